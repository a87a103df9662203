// One slip 督查单: the page as it went out, how it stands, what the unit answered; the office settles it or takes it back.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SlipView } from '../../core/contract/slip.ts'
import { address } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SlipTag } from '../parts/SlipTag.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { slipQuery, slipsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { sayAnswer, sayStand } from '../words/slip.ts'
import { useWords } from '../words/words.ts'
import '../style/circular.css'
import '../style/item.css'
import '../style/slip.css'

type Deed = 'settle' | 'withdraw'

export function Slip() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t, lang } = useWords()
  const may = useMay()
  const query = useQuery(slipQuery(id))
  const [asked, setAsked] = useState<Deed | null>(null)
  return (
    <Load query={query} title={t('slip.title')} lines={12}>
      {({ slip, gongwen }) => (
        <div className="circular">
          <Head
            title={slip.number}
            lead={
              <>
                <SlipTag colour={slip.colour} /> {slip.unit} · {formatDay(slip.issuedOn, lang)} · {t('slip.by', { by: slip.by })}
              </>
            }
          >
            {may('slip.issue') && !slip.settled && !slip.withdrawn && (
              <>
                <Button onClick={() => setAsked('settle')}>{t('slip.settle')}</Button>
                <Button look="danger" onClick={() => setAsked('withdraw')}>
                  {t('slip.withdraw')}
                </Button>
              </>
            )}
            <button type="button" className="button plain" onClick={() => print()}>
              {t('app.printed')}
            </button>
            <a className="button primary" href={address('getSlipDocx', { params: { id } })} download>
              {t('slip.docx')}
            </a>
          </Head>
          <div className="slip-facts">
            <p>
              <Go to={page.item(slip.itemId)}>
                {slip.itemNumber} {slip.itemTitle}
              </Go>
            </p>
            <p className={slip.stand === 'lapsed' ? 'late' : undefined}>{sayStand(t, slip, lang)}</p>
            <p>
              {sayAnswer(t, slip)}
              {slip.answer?.words && <span className="todo-words">{slip.answer.words}</span>}
            </p>
            {slip.after && <p className="muted">{t('slip.after', { after: slip.after })}</p>}
          </div>
          <div className="desk">
            <GongwenPage gongwen={gongwen} />
          </div>
          {asked && <End slip={slip} deed={asked} onClose={() => setAsked(null)} />}
        </div>
      )}
    </Load>
  )
}

function End({ slip, deed, onClose }: { slip: SlipView; deed: Deed; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const name = `slip.${deed}.${slip.id}`
  const [words, setWords] = useState<string>(() => kept(`text.${name}`, ''))
  const [missing, setMissing] = useState(false)
  const write = useWrite('postSlipCommand', {
    onDone: () => {
      keep(`text.${name}`, null)
      slipsChanged()
      tell(t(deed === 'settle' ? 'slip.settled' : 'slip.withdrawn'))
      onClose()
    },
  })
  const rule = wrongIn(t, write.fault, 'words')
  const send = () => {
    if (!words.trim()) return setMissing(true)
    setMissing(false)
    void write.send({ params: { id: slip.id }, body: { command: deed, words: words.trim() } })
  }
  return (
    <WriteDialog
      title={t(`slip.${deed}`)}
      onClose={onClose}
      onSubmit={send}
      write={write}
      does={t(`slip.${deed}`)}
      danger={deed !== 'settle'}
      told={rule !== null}
    >
      <p className="muted dialog-lead">{deed === 'settle' ? t('slip.settleLead') : t('slip.withdrawLead', { number: slip.number })}</p>
      <Field label={t('act.reason')} error={missing ? t('rule.required') : rule}>
        <textarea
          maxLength={1000}
          required
          value={words}
          onChange={e => {
            setWords(e.target.value)
            keep(`text.${name}`, e.target.value || null)
          }}
        />
      </Field>
    </WriteDialog>
  )
}
