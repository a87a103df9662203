// With whom one is compared: by population, or chosen places; a dialog that says the rule before it is kept.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BenchmarkView } from '../../core/contract/benchmark.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { benchmarkChanged, peersQuery } from '../query.ts'
import { Checks } from '../ui/Checks.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { fromMyriads, myriads } from './myriads.ts'

export function RuleDialog({ view, onClose }: { view: BenchmarkView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const peers = useQuery(peersQuery).data?.peers.filter(p => !p.retired && !p.exemplar) ?? []
  const [byHand, setByHand] = useState(view.rule.byHand)
  const [population, setPopulation] = useState(myriads(view.rule.population))
  const [chosen, setChosen] = useState(view.rule.peerIds)
  const write = useWrite('putBenchmark', {
    onDone: () => {
      benchmarkChanged()
      tell(t('benchmark.rule.saved'))
      onClose()
    },
  })
  const given = fromMyriads(population)
  const wrong = Number.isNaN(given) ? t('rule.pattern') : wrongIn(t, write.fault, 'population')
  const save = () => {
    if (Number.isNaN(given)) return
    void write.send({ body: { byHand, population: given, peerIds: chosen, version: view.rule.version } })
  }
  return (
    <WriteDialog title={t('benchmark.rule.title')} onClose={onClose} onSubmit={save} write={write}>
      <Field label={t('benchmark.rule.population')} hint={t('benchmark.rule.populationHint')} error={wrong}>
        <input inputMode="decimal" autoComplete="off" value={population} onChange={e => setPopulation(e.target.value)} />
      </Field>
      <fieldset className="choices">
        <legend className="hidden">{t('benchmark.rule.title')}</legend>
        <label className="check">
          <input type="radio" name="by" checked={!byHand} onChange={() => setByHand(false)} />
          {t('benchmark.rule.byPeople')}
        </label>
        <p className="field-hint">{t('benchmark.rule.byPeopleHint')}</p>
        <label className="check">
          <input type="radio" name="by" checked={byHand} onChange={() => setByHand(true)} />
          {t('benchmark.rule.byHand')}
        </label>
      </fieldset>
      {byHand && (
        <Checks
          legend={t('benchmark.rule.peers')}
          choices={peers.map(p => ({ value: p.id, label: p.name }))}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
    </WriteDialog>
  )
}
