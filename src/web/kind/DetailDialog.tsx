// Moving an item of a kind to a stage, with the evidence that it asks for, or adding to its facts. What is typed is kept until the server has it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import type { KindRow } from '../../core/contract/kind.ts'
import { type Fields, KIND, type LedgerKind, stagesOf } from '../../core/kind.ts'
import { permissionFor } from '../../core/permission.ts'
import { keep, kept } from '../intent.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { FieldInput } from './FieldInput.tsx'
import { ledgersChanged } from './query.ts'

export interface Held {
  item: Pick<ItemView | KindRow, 'id' | 'title' | 'number' | 'version' | 'leadUnitId' | 'coUnitIds'>
  kind: LedgerKind
  stage: string
  fields: Fields
  /** Of what they point at. */
  names: Record<string, string>
}

/** `to`: the stage to move to; null: only the facts; with `topUp` only what is added to the sum. */
export function DetailDialog({
  held,
  to: first,
  topUp = false,
  onClose,
}: {
  held: Held
  to: string | null
  topUp?: boolean
  onClose: () => void
}) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const { item, kind, stage } = held
  const moving = first !== null
  const name = `${moving ? 'move' : topUp ? 'top-up' : 'amend'}.${item.id}`
  const title = t(moving ? 'command.move' : topUp ? 'kindPage.topUp' : 'command.amend')
  const may = useMay()
  const at = { kind, stage, leadUnitId: item.leadUnitId, coUnitIds: item.coUnitIds }
  const ways = stagesOf(kind).filter(
    s => s !== stage && (s === first || !KIND[kind].stages[s]!.settles) && may(permissionFor(at, 'move', s), at),
  )
  const [to, setTo] = useState(() => (first === null || ways.includes(first) ? first : ways[0]) ?? stage)
  const [typed, setTyped] = useState<{ fields: Fields; words: string }>(() => kept(`text.${name}`, { fields: {}, words: '' }))
  useEffect(() => keep(`text.${name}`, Object.keys(typed.fields).length || typed.words ? typed : null), [name, typed])
  const write = useWrite('postCommand', {
    scope: name,
    onDone: answer => {
      keep(`text.${name}`, null)
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      ledgersChanged()
      tell(t('item.updated', { command: title }))
      onClose()
    },
  })
  const { needs: needed, also = [] } = KIND[kind].stages[to]!
  const needs = [...needed, ...also]
  const { sum, fields: specs } = KIND[kind]
  const known = Object.keys(specs).filter(field => !specs[field]!.kept)
  const fields = moving ? needs : topUp ? [sum!] : known
  const words = typed.words.trim() || null
  const send = () =>
    void write.send({
      params: { id: item.id },
      body: {
        version: item.version,
        command: moving
          ? { command: 'move', to, evidence: pick(typed.fields, needs), words }
          : { command: 'amend', what: topUp ? 'top-up' : 'facts', fields: typed.fields, words },
      },
    })
  const wrong = (field: string): string | null => {
    const missing = write.fault?.code === 'evidence-missing' && String(write.fault.facts.fields).split(',').includes(field)
    if (missing) return t('rule.required')
    return wrongIn(t, write.fault, field)
  }
  return (
    <WriteDialog title={title} onClose={onClose} onSubmit={send} write={write} item={item} does={title}>
      {moving && (
        <Field label={t('kindPage.to')} hint={t('kindPage.from', { stage: stageName(t, kind, stage) })}>
          <select value={to} onChange={e => setTo(e.target.value)}>
            {ways.map(s => (
              <option key={s} value={s}>
                {stageName(t, kind, s)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {fields.map(field => (
        <FieldInput
          key={field}
          kind={kind}
          name={field}
          value={field in typed.fields || topUp ? typed.fields[field] : held.fields[field]}
          needed={topUp || (moving && needed.includes(field))}
          names={held.names}
          error={wrong(field)}
          onChange={value => setTyped(old => ({ ...old, fields: { ...old.fields, [field]: value } }))}
        />
      ))}
      <Field label={t('act.remark')} hint={t(moving ? 'kindPage.remark' : 'say.optional')}>
        <textarea maxLength={4000} value={typed.words} onChange={e => setTyped(old => ({ ...old, words: e.target.value }))} />
      </Field>
    </WriteDialog>
  )
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
