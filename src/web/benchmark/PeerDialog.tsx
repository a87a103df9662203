// Adding or changing one peer, in a dialog. Setting it aside keeps all that was told of it.
import { useState } from 'react'
import type { PeerView } from '../../core/contract/benchmark.ts'
import { EXEMPLARS, type Exemplar } from '../../core/peer.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { benchmarkChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { fromMyriads, myriads } from './myriads.ts'

export function PeerDialog({ peer, onClose }: { peer: PeerView | null; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const [name, setName] = useState(peer?.name ?? '')
  const [code, setCode] = useState(peer?.code ?? '')
  const [population, setPopulation] = useState(myriads(peer?.population ?? null))
  const [exemplar, setExemplar] = useState<Exemplar | ''>(peer?.exemplar ?? '')
  const [note, setNote] = useState(peer?.note ?? '')
  const [retired, setRetired] = useState(peer?.retired ?? false)
  const onDone = () => {
    benchmarkChanged()
    tell(t('peers.saved'))
    onClose()
  }
  const add = useWrite('postPeer', { onDone })
  const change = useWrite('patchPeer', { onDone })
  const write = peer ? change : add
  const persons = fromMyriads(population)
  const wrong = (field: string): string | null => {
    if (field === 'population' && Number.isNaN(persons)) return t('rule.pattern')
    return wrongIn(t, write.fault, field)
  }
  const save = () => {
    if (Number.isNaN(persons)) return
    const body = { name, code: code.trim() || null, population: persons, exemplar: exemplar || null, note: note.trim() || null }
    void (peer ? change.send({ params: { id: peer.id }, body: { ...body, retired, version: peer.version } }) : add.send({ body }))
  }
  return (
    <WriteDialog title={peer ? t('peers.edit', { name: peer.name }) : t('peers.add')} onClose={onClose} onSubmit={save} write={write}>
      <Field label={t('peers.name')} error={wrong('name')}>
        <input maxLength={40} autoComplete="off" value={name} onChange={e => setName(e.target.value)} />
      </Field>
      <Field label={t('peers.population')} hint={t('peers.populationHint')} error={wrong('population')}>
        <input inputMode="decimal" autoComplete="off" value={population} onChange={e => setPopulation(e.target.value)} />
      </Field>
      <Field label={t('peers.exemplar')}>
        <select value={exemplar} onChange={e => setExemplar(e.target.value as Exemplar | '')}>
          <option value="">{t('peers.notExemplar')}</option>
          {EXEMPLARS.map(kind => (
            <option key={kind} value={kind}>
              {t(`benchmark.exemplar.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('peers.code')} hint={t('peers.codeHint')} error={wrong('code')}>
        <input inputMode="numeric" maxLength={9} autoComplete="off" value={code} onChange={e => setCode(e.target.value)} />
      </Field>
      <Field label={t('peers.note')} error={wrong('note')}>
        <textarea maxLength={500} rows={2} value={note} onChange={e => setNote(e.target.value)} />
      </Field>
      {peer && (
        <label className="check">
          <input type="checkbox" checked={retired} onChange={e => setRetired(e.target.checked)} />
          {t('peers.retire')}
        </label>
      )}
    </WriteDialog>
  )
}
