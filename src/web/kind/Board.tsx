// A kind's items as cards by stage: a card is dragged to a stage or moved by its button; what the stage asks for, or why not, is said in the dialog.
import { useState } from 'react'
import type { KindRow, StagesView } from '../../core/contract/kind.ts'
import { KIND, type LedgerKind, nextStage } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { sayField, sayMoneys, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { DetailDialog } from './DetailDialog.tsx'

export function Board({ kind, stages, names }: { kind: LedgerKind } & Pick<StagesView, 'stages' | 'names'>) {
  const { t, lang } = useWords()
  const [moving, setMoving] = useState<{ card: KindRow; to: string } | null>(null)
  const [held, setHeld] = useState<KindRow | null>(null)
  const may = useMay()
  const { sum } = KIND[kind]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="kind-board" aria-label={t('kindPage.board')} tabIndex={0}>
      {stages.map(({ stage, items, sums, cards }) => {
        const next = nextStage(kind, stage)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way beside each card's button
          <div
            key={stage}
            className={held && held.stage !== stage ? 'kind-column open' : 'kind-column'}
            onDragOver={e => held && held.stage !== stage && e.preventDefault()}
            onDrop={e => {
              e.preventDefault()
              if (held) setMoving({ card: held, to: stage })
              setHeld(null)
            }}
          >
            <h2>
              {stageName(t, kind, stage)} <span className="muted">{items}</span>
            </h2>
            {sum && <p className="muted kind-sum">{sayMoneys(t, sums, lang)}</p>}
            <ul>
              {cards.map(card => (
                <li
                  key={card.id}
                  draggable={next !== null && may('item.move', { ...card, kind })}
                  onDragStart={() => setHeld(card)}
                  onDragEnd={() => setHeld(null)}
                >
                  <Go to={page.item(card.id)}>{card.title}</Go>
                  {sum && <span>{sayField(t, kind, sum, card.fields[sum], lang, names)}</span>}
                  <Light light={card.light} reason={card.reason} />
                  {next && may('item.move', { ...card, kind }) && (
                    <Button
                      look="link"
                      aria-label={t('say.label', { what: t('command.move'), of: card.title })}
                      onClick={() => setMoving({ card, to: next })}
                    >
                      {t('command.move')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items > cards.length && (
              <Go to={page.kind(kind, { view: 'table', stage })}>{t('kindPage.more', { n: items - cards.length })}</Go>
            )}
          </div>
        )
      })}
      {moving && (
        <DetailDialog
          held={{ item: moving.card, kind, stage: moving.card.stage, fields: moving.card.fields, names }}
          to={moving.to}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  )
}
