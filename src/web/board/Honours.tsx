// 开门红 双过半 全年红 全面红 of one scope: earned ones as gold ribbons with words; the others say what stands in the way or what is awaited.
import type { Board } from '../../core/contract/indicator.ts'
import { HONOURS } from '../../core/verdict.ts'
import { Popover } from '../ui/Popover.tsx'
import { useWords } from '../words/words.ts'
import type { Row } from './filters.ts'

interface Props {
  row: Row
  indicators: Board['indicators']
  /** What stands in the way is written out, not behind a button. */
  open?: boolean
}

export function Honours({ row, indicators, open }: Props) {
  const { t } = useWords()
  const nameOf = (id: string) => indicators.find(i => i.id === id)?.name
  return (
    <ul className="honours" aria-label={t('board.honours')}>
      {HONOURS.map(h => {
        const { answer, on, of, missing = [] } = row.honours[h]
        const name = t(`board.honour.${h}`)
        const known = missing.flatMap(m => {
          const name = nameOf(m.indicatorId)
          return name ? [{ ...m, name }] : []
        })
        return (
          <li key={h}>
            {answer === 'yes' ? <span className="ribbon">{name}</span> : <b>{name}</b>}{' '}
            {answer === 'open' ? t(`board.awaits.${h}`) : t('board.honourOf', { on, of })}
            {answer === 'no' && known.length > 0 && open && (
              <small className="honour-missing">
                {t('board.missingNames', { n: missing.length, names: known.map(m => m.name).join(t('say.comma')) })}
              </small>
            )}
            {answer === 'no' && known.length > 0 && !open && (
              <Popover
                className="button link"
                button={t('board.missing', { n: missing.length })}
                label={t('board.missingOf', { n: missing.length, honour: name })}
                title={t('board.missingOf', { n: missing.length, honour: name })}
              >
                {() => (
                  <ul className="rows">
                    {known.map(m => (
                      <li key={m.indicatorId}>
                        <span lang="zh-CN">{m.name}</span> <span className="muted">{t(`pace.verdict.${m.verdict}`)}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </Popover>
            )}
          </li>
        )
      })}
    </ul>
  )
}
