// What can be answered by a link now: accept with one press, or report with words, progress and pictures. What is typed is kept until it has arrived.
import { useCallback, useEffect, useState } from 'react'
import type { FileView } from '../../core/contract/item.ts'
import type { AnswerView } from '../../core/contract/link.ts'
import { keep, kept } from '../intent.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox, wrongIn } from './FaultBox.tsx'
import { Files } from './Files.tsx'
import { PercentInput } from './PercentInput.tsx'
import { ValueInput } from './ValueInput.tsx'
import { useWrite } from './write.ts'

interface Typed {
  words: string
  percent: number | null
  value: number | null
  done: boolean
  files: FileView[]
}
/** What was reported last of the figure is filled in, not asked for again. */
const blank = ({ held }: AnswerView): Typed => ({ words: '', percent: null, value: held?.last ?? null, done: false, files: [] })

interface Props {
  answer: AnswerView
  token: string
  onDone: (answer: AnswerView) => void
  onStale: () => void
}

export function AnswerForm({ answer, token, onDone, onStale }: Props) {
  const { t } = useWords()
  const tell = useTell()
  // The second part of a token is the link's own id.
  const name = `answer.${token.split('.')[1]}`
  const [typed, setTyped] = useState<Typed>(() => kept(`text.${name}`, blank(answer)))
  const [going, setGoing] = useState(0)
  const [missing, setMissing] = useState(false)
  const set = (more: Partial<Typed>) => setTyped(old => ({ ...old, ...more }))
  const changeFiles = useCallback((change: (f: FileView[]) => FileView[]) => setTyped(old => ({ ...old, files: change(old.files) })), [])
  const untouched = JSON.stringify(typed) === JSON.stringify(blank(answer))
  useEffect(() => keep(`text.${name}`, untouched ? null : typed), [name, typed, untouched])
  const accept = useWrite('postAnswer', {
    scope: `accept.${name}`,
    onDone: fresh => {
      onDone(fresh)
      tell(t('answer.accepted'))
    },
  })
  const report = useWrite('postAnswer', {
    scope: name,
    onDone: fresh => {
      setTyped(blank(fresh))
      onDone(fresh)
      tell(t('answer.sent'))
    },
  })

  if (answer.may.accept)
    return (
      <>
        <Button
          look="primary"
          className="full"
          busy={accept.busy}
          onClick={() => void accept.send({ token, body: { version: answer.version, command: { command: 'accept' } } })}
        >
          {t('answer.accept')}
        </Button>
        <p className="field-hint">{t('answer.acceptLead')}</p>
        <FaultBox fault={accept.fault} waiting={accept.waiting} action={stale(accept.fault, onStale, accept.clear, t('do.again'))} />
      </>
    )
  if (!answer.may.report)
    return (
      <Box kind="info">
        {answer.state === 'dispatched' ? t('answer.waitLead') : t('answer.nothing', { state: t(`state.${answer.state}`) })}
      </Box>
    )

  const send = () => {
    if (!typed.words.trim()) return setMissing(true)
    setMissing(false)
    const { done, files } = typed
    const percent = answer.lead ? (typed.percent ?? answer.percent) : null
    const command = {
      command: 'report' as const,
      percent,
      value: answer.held && typed.value,
      words: typed.words.trim(),
      fileIds: files.map(f => f.id),
      done,
    }
    void report.send({ token, body: { version: answer.version, command } })
  }
  const wrong = wrongIn(t, report.fault, 'words')
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        send()
      }}
    >
      <h2>{t('answer.report')}</h2>
      {answer.held && (
        <ValueInput
          figure={answer.held}
          value={typed.value}
          last={answer.held.last}
          was={t(answer.held.last === null ? 'act.valueFirst' : 'answer.valueWas', { ...answer.held, value: answer.held.last ?? 0 })}
          onChange={set}
        />
      )}
      {answer.lead && !typed.done && (
        <Field label={t('act.percent')} hint={t('act.percentWas', { was: answer.percent })}>
          <PercentInput value={typed.percent ?? answer.percent} onChange={percent => set({ percent })} />
        </Field>
      )}
      <Field
        label={t('act.words')}
        hint={t(typed.done ? 'act.wordsSubmit' : 'act.wordsReport')}
        error={missing ? t('rule.required') : wrong}
      >
        <textarea maxLength={4000} required value={typed.words} onChange={e => set({ words: e.target.value })} />
      </Field>
      <Files files={typed.files} onChange={changeFiles} onGoing={setGoing} token={token} />
      {answer.may.submit && (
        <label className="check">
          <input type="checkbox" checked={typed.done} onChange={e => set({ done: e.target.checked })} />
          {t('answer.done')}
        </label>
      )}
      <FaultBox fault={report.fault} waiting={report.waiting} action={stale(report.fault, onStale, report.clear, t('do.again'))} />
      <Button type="submit" look="primary" className="full" busy={report.busy || going > 0}>
        {report.waiting ? t('do.resend') : t('answer.send')}
      </Button>
    </form>
  )
}

const stale = (fault: { code: string } | null, onStale: () => void, clear: () => void, words: string) =>
  (fault?.code === 'stale-version' || fault?.code === 'wrong-state') && (
    <Button
      onClick={() => {
        onStale()
        clear()
      }}
    >
      {words}
    </Button>
  )
