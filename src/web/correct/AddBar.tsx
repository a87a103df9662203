// What the reader overlooked is added from here: the words that are selected in the text, or typed in the dialog that opens.
import type { RefObject } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { useCorrecting } from './correcting.ts'
import { useSelected } from './selection.ts'

/** `root` is the printed text, in which the second button stands beside the selection. */
export function AddBar({ root, text }: { root: RefObject<HTMLElement | null>; text: string }) {
  const { t } = useWords()
  const { open } = useCorrecting()
  const selected = useSelected(root, text)
  if (!open) return null
  const add = () => open({ of: null, span: selected?.span ?? null })
  // The press itself must not take the selection away.
  const keep = (e: { preventDefault: () => void }) => e.preventDefault()
  return (
    <>
      <div className="add-bar">
        <Button onMouseDown={keep} onClick={add}>
          {t('correct.add')}
        </Button>
        <span className="muted">{t('correct.addHint')}</span>
      </div>
      {selected && (
        <Button
          look="primary"
          className="add-here"
          style={{ left: selected.left, top: selected.top }}
          aria-label={t('correct.addThis', {
            text: text
              .slice(...selected.span)
              .replace(/\s+/g, '')
              .slice(0, 20),
          })}
          onMouseDown={keep}
          onClick={add}
        >
          {t('correct.add')}
        </Button>
      )}
    </>
  )
}
