// One command on one item as a dialog: its words, figures and files. What is typed is kept on this machine until the server has it.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { FileView, ItemRow, ItemView } from '../../core/contract/item.ts'
import { type CommandName, type RecheckResult, WAITING, type Waiting } from '../../core/types.ts'
import type { Body } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type ClockChoice, ClockField, LookFields, ResultField } from './CommandFields.tsx'
import { wrongIn } from './FaultBox.tsx'
import { Files } from './Files.tsx'
import { type ItemFields, ItemForm } from './ItemForm.tsx'
import { PercentInput } from './PercentInput.tsx'
import { useMay } from './session.ts'
import { ValueField } from './ValueField.tsx'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

/** Commands with a dialog; accepting is one click, and the stages of a kind have a panel of their own. */
export type Asked = Exclude<CommandName, 'register' | 'accept' | 'move' | 'amend' | 'link' | 'unlink'>

/** What each asks for: `must` words are a reason or a report, `may` words a remark. */
interface Asks {
  words?: 'must' | 'may'
  report?: true
  files?: true
  until?: true
  /** A new deadline; `wished`: filled in with what was asked for. */
  due?: true | 'wished'
  edit?: true
  clock?: true
  /** The day of a re-check; `rule`: may be left to the rule. */
  look?: true | 'rule'
  result?: true
}
const ASKS: Record<Asked, Asks> = {
  edit: { edit: true },
  dispatch: { clock: true },
  withdraw: { words: 'must' },
  report: { words: 'must', report: true, files: true },
  submit: { words: 'must', files: true },
  close: { words: 'may', look: 'rule' },
  return: { words: 'must' },
  suspend: { words: 'must', until: true },
  resume: { words: 'may' },
  extend: { words: 'must', due: true },
  'ask-extension': { words: 'must', due: true },
  'grant-extension': { words: 'may', due: 'wished' },
  'refuse-extension': { words: 'must' },
  urge: { words: 'may' },
  archive: {},
  'plan-recheck': { words: 'must', look: true },
  recheck: { words: 'must', files: true, result: true },
}

interface Typed {
  words: string
  value: number | null
  percent: number | null
  waitingFor: Waiting | ''
  files: FileView[]
  day: string
  edit: ItemFields | null
  clock: ClockChoice
  none: boolean
  result: RecheckResult
}

const BLANK: Typed = {
  words: '',
  value: null,
  percent: null,
  waitingFor: '',
  files: [],
  day: '',
  edit: null,
  clock: '',
  none: false,
  result: 'kept',
}

interface Props {
  item: ItemRow | ItemView
  command: Asked
  onClose: () => void
  onDone?: (item: ItemView) => void
}

export function CommandDialog({ item, command, onClose, onDone }: Props) {
  const { t, lang } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const may = useMay()
  const asks = ASKS[command]
  const name = `${command}.${item.id}`
  const [typed, setTyped] = useState<Typed>(() => ({ ...BLANK, ...kept<Partial<Typed>>(`text.${name}`, {}) }))
  const [found] = useState(() => typed.words !== '' || typed.edit !== null || typed.files.length > 0)
  const [going, setGoing] = useState(0)
  const [missing, setMissing] = useState<string | null>(null)
  const set = (more: Partial<Typed>) => setTyped(old => ({ ...old, ...more }))
  const changeFiles = useCallback((change: (f: FileView[]) => FileView[]) => setTyped(old => ({ ...old, files: change(old.files) })), [])
  useEffect(() => keep(`text.${name}`, JSON.stringify(typed) === JSON.stringify(BLANK) ? null : typed), [name, typed])

  const write = useWrite('postCommand', {
    scope: name,
    onDone: answer => {
      keep(`text.${name}`, null)
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      tell(t('item.updated', { command: t(`command.${command}`) }))
      onClose()
      onDone?.(answer)
    },
  })

  const edit: ItemFields = typed.edit ?? {
    title: item.title,
    topic: item.topic,
    urgency: item.urgency,
    leadUnitId: item.leadUnitId,
    coUnitIds: item.coUnitIds,
    dueOn: item.dueOn,
    measure: item.measure,
  }
  const day = asks.due === 'wished' ? typed.day || item.askedDue || '' : typed.day
  const send = () => {
    const reason = asks.words === 'must' || (asks.look === 'rule' && (typed.none || typed.day !== ''))
    if (reason && !typed.words.trim()) return setMissing('words')
    if ((asks.due && !day) || (asks.look === true && !typed.day && !typed.none)) return setMissing('day')
    setMissing(null)
    void write.send({ params: { id: item.id }, body: { version: item.version, command: commandOf(command, { ...typed, day }, edit) } })
  }
  const wrong = (field: string): string | null => {
    if (missing === field) return t('rule.required')
    return wrongIn(t, write.fault, field)
  }
  const byLead = may('item.submit', item)

  return (
    <WriteDialog
      title={command === 'report' ? t('act.reportTitle') : t(`command.${command}`)}
      onClose={onClose}
      onSubmit={send}
      write={{ ...write, busy: write.busy || going > 0 }}
      item={item}
      does={t(`act.send.${command}`)}
    >
      {command !== 'report' && command !== 'edit' && <p className="muted dialog-lead">{t(`act.lead.${command}`)}</p>}
      {found && !write.busy && !write.fault && <Box kind="info">{t('act.kept')}</Box>}
      {asks.edit && <ItemForm value={edit} onChange={e => set({ edit: e })} fault={write.fault} />}
      {asks.due && (
        <Field
          label={t('act.newDue')}
          hint={[
            item.dueOn && t('act.oldDue', { day: formatDay(item.dueOn, lang) }),
            asks.due === 'wished' && item.askedDue && t('act.askedDue', { day: formatDay(item.askedDue, lang) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          error={wrong('day') ?? wrong('dueOn')}
        >
          <input type="date" value={day} onChange={e => set({ day: e.target.value })} />
        </Field>
      )}
      {(asks.report || command === 'submit') && byLead && !('parts' in item && item.parts.length > 0) && (
        <ValueField itemId={item.id} value={typed.value} onChange={set} />
      )}
      {asks.report && byLead && !('parts' in item && item.parts.length > 0) && (
        <Field label={t('act.percent')} hint={t('act.percentWas', { was: item.percent })} error={wrong('percent')}>
          <PercentInput value={typed.percent ?? item.percent} onChange={percent => set({ percent })} />
        </Field>
      )}
      {asks.clock && <ClockField value={typed.clock} onChange={clock => set({ clock })} />}
      {asks.look && (
        <LookFields
          day={typed.day}
          none={typed.none}
          byRule={asks.look === 'rule'}
          error={wrong('day') ?? wrong('recheckOn') ?? wrong('on')}
          onChange={set}
        />
      )}
      {asks.result && <ResultField value={typed.result} onChange={result => set({ result })} />}
      {asks.words && (
        <Field
          label={asks.files ? t('act.words') : asks.words === 'must' ? t('act.reason') : t('act.remark')}
          hint={
            command === 'report'
              ? t('act.wordsReport')
              : command === 'submit'
                ? t('act.wordsSubmit')
                : asks.words === 'may'
                  ? t(asks.look ? 'act.lookWords' : 'say.optional')
                  : t('act.reasonHint')
          }
          error={wrong('words')}
        >
          <textarea maxLength={4000} required={asks.words === 'must'} value={typed.words} onChange={e => set({ words: e.target.value })} />
        </Field>
      )}
      {asks.until && (
        <Field label={t('act.until')} hint={t('say.optional')} error={wrong('until')}>
          <input type="date" value={typed.day} onChange={e => set({ day: e.target.value })} />
        </Field>
      )}
      {asks.report && (
        <Field label={t('act.waiting')}>
          <select value={typed.waitingFor} onChange={e => set({ waitingFor: e.target.value as Waiting | '' })}>
            <option value="">{t('act.waitingNone')}</option>
            {WAITING.filter(w => w !== 'lead').map(w => (
              <option key={w} value={w}>
                {t(`waiting.${w}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {asks.files && <Files files={typed.files} onChange={changeFiles} onGoing={setGoing} />}
    </WriteDialog>
  )
}

function commandOf(command: Asked, typed: Typed, edit: ItemFields): Body<'postCommand'>['command'] {
  const words = typed.words.trim()
  const fileIds = typed.files.map(f => f.id)
  switch (command) {
    case 'edit':
      return { command, draft: edit }
    case 'dispatch':
      return typed.clock === '' ? { command } : { command, clock: typed.clock === 'none' ? null : typed.clock }
    case 'archive':
      return { command }
    case 'close':
      return { command, words: words || null, ...(typed.none ? { recheckOn: null } : typed.day ? { recheckOn: typed.day } : {}) }
    case 'plan-recheck':
      return { command, words, on: typed.none ? null : typed.day }
    case 'recheck':
      return { command, words, fileIds, result: typed.result }
    case 'report':
      return { command, words, fileIds, percent: typed.percent, value: typed.value, waitingFor: typed.waitingFor || null }
    case 'submit':
      return { command, words, fileIds, value: typed.value }
    case 'suspend':
      return { command, words, until: typed.day || null }
    case 'extend':
    case 'ask-extension':
      return { command, words, dueOn: typed.day }
    case 'grant-extension':
      return { command, words: words || null, dueOn: typed.day }
    case 'withdraw':
    case 'refuse-extension':
    case 'return':
      return { command, words }
    default:
      return { command, words: words || null }
  }
}
