// Who gave a figure, from which cell of which sheet, and that sheet itself for who may open it.
import type { ReadingView } from '../../core/contract/indicator.ts'
import { address } from '../api.ts'
import { sayReporter } from '../words/reading.ts'
import { useWords } from '../words/words.ts'

export function Reporter({ reading }: { reading: ReadingView | null }) {
  const { t, lang } = useWords()
  return (
    <>
      {sayReporter(t, reading, lang)}
      {reading?.file && reading.importId && (
        <>
          {' '}
          <a href={address('getImportFile', { params: { id: reading.importId } })} download>
            {t('imports.openFile')}
          </a>
        </>
      )}
    </>
  )
}
