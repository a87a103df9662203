// Beginning and ending the second step: the password, the QR code with its recovery codes, the first code that proves that it works.
import { useEffect, useState } from 'react'
import type { Answer } from '../api.ts'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

interface Props {
  on: boolean
  onClose: () => void
  onDone: () => void
}

export function SecondStep({ on, onClose, onDone }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const [password, setPassword] = useState('')
  const [begun, setBegun] = useState<Answer<'beginSecondStep'> | null>(null)
  const begin = useWrite('beginSecondStep', { onDone: setBegun })
  const end = useWrite('endSecondStep', {
    onDone: () => {
      tell(t('safe.secondEnded'))
      onDone()
      onClose()
    },
  })
  if (begun) return <Confirm begun={begun} onClose={onClose} onDone={onDone} />
  const write = on ? end : begin
  return (
    <WriteDialog
      title={t(on ? 'safe.secondEnd' : 'safe.secondBegin')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { password } })}
      write={write}
      does={t(on ? 'safe.secondEnd' : 'safe.next')}
      danger={on}
    >
      <p>{t(on ? 'safe.secondEndLead' : 'safe.secondLead')}</p>
      <Field label={t('me.current')}>
        <input type="password" autoComplete="current-password" value={password} onChange={e => setPassword(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}

function Confirm({ begun, onClose, onDone }: { begun: Answer<'beginSecondStep'>; onClose: () => void; onDone: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const [code, setCode] = useState('')
  const write = useWrite('confirmSecondStep', {
    onDone: () => {
      tell(t('safe.secondDone'))
      onDone()
      onClose()
    },
  })
  return (
    <WriteDialog
      title={t('safe.secondBegin')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { code: code.replace(/\s/g, '') } })}
      write={write}
      does={t('safe.confirm')}
    >
      <p>{t('safe.scan')}</p>
      <QrCode text={begun.uri} />
      <p className="field-hint">
        {t('safe.byHand')} <code>{begun.secret}</code>
      </p>
      <Box kind="warn">
        <p>{t('safe.codesLead')}</p>
        <p className="recovery">
          {begun.codes.map(one => (
            <code key={one}>{one}</code>
          ))}
        </p>
      </Box>
      <Field label={t('safe.code')} hint={t('safe.codeHint')}>
        <input inputMode="numeric" autoComplete="one-time-code" maxLength={7} value={code} onChange={e => setCode(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}

/** Drawn by the page itself: the key goes nowhere. */
function QrCode({ text }: { text: string }) {
  const { t } = useWords()
  const [cells, setCells] = useState<boolean[][]>([])
  useEffect(() => {
    void import('uqr').then(({ encode }) => setCells(encode(text, { border: 2 }).data))
  }, [text])
  const path = cells.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${cells.length || 1} ${cells.length || 1}`} role="img" aria-label={t('safe.qr')}>
      <path d={path} />
    </svg>
  )
}
