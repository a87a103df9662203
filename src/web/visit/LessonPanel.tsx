// A lesson on its item's page: what is done about it here, when it is looked at, and the way from the lesson to an action.
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { KIND } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { AdaptDialog } from './AdaptDialog.tsx'
import '../style/visit.css'

export function LessonPanel({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const may = useMay()
  const [adapting, setAdapting] = useState(false)
  const actions = item.links.filter(link => link.relation === 'adapted-from' && link.way === 'from')
  const { stage } = item.detail!
  const looks = KIND.lesson.stages[stage]?.looks
  const open = stage === 'noted' || stage === 'adapted'
  return (
    <section className="visit-panel" aria-labelledby="lesson-actions">
      <h2 id="lesson-actions">{t('lessonPanel.title')}</h2>
      {actions.length === 0 && open && <Box kind="warn">{t('lessonPanel.none')}</Box>}
      <ul className="plain">
        {actions.map(action => (
          <li key={action.id} className="row">
            <Light light={action.light} reason={action.reason} />
            <Go to={page.item(action.id)}>
              {action.number} {action.title}
            </Go>
            <span className="chip">{t(`state.${action.state}`)}</span>
          </li>
        ))}
      </ul>
      {looks && (
        <ol className="visit-looks" aria-label={t('lessonPanel.looks')}>
          {looks.map((days, at) => (
            <li key={days} className={at < item.rechecks ? 'gone' : at === item.rechecks ? 'here' : ''}>
              {at < item.rechecks
                ? t('lessonPanel.lookTaken', { days })
                : at === item.rechecks && item.recheckOn
                  ? t('lessonPanel.lookOn', { days, day: formatDay(item.recheckOn, lang) })
                  : t('lessonPanel.lookLater', { days })}
            </li>
          ))}
        </ol>
      )}
      {open && may('item.dispatch') && (
        <Button look={actions.length ? 'plain' : 'primary'} onClick={() => setAdapting(true)}>
          {t(actions.length ? 'lessonPanel.more' : 'lessonPanel.adapt')}
        </Button>
      )}
      {adapting && <AdaptDialog lesson={item} onClose={() => setAdapting(false)} />}
    </section>
  )
}
