// Prints the board on the paper that is chosen: a wide one is posted on A3, or goes on more sheets of A4.
import { PAPERS, type Paper } from '../parts/paper.ts'
import { Popover } from '../ui/Popover.tsx'
import { useWords } from '../words/words.ts'

export function PrintButton({ onPrint }: { onPrint: (paper: Paper) => void }) {
  const { t } = useWords()
  return (
    <Popover
      title={t('board.paper')}
      button={
        <>
          {t('app.printed')} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {close => (
        <ul className="print-choices">
          {PAPERS.map(paper => (
            <li key={paper}>
              <button
                type="button"
                className="button quiet"
                onClick={() => {
                  close()
                  onPrint(paper)
                }}
              >
                {t('board.printOn', { paper })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
