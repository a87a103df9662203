// What intake has to say about a file that it took: codes and figures, kept with the document and worded in `web/words`.

export const NOTE_CODES = [
  'replaced-characters', // facts { count }: broken bytes that show as �
  'recognised', // facts { pages, confidence }: text read from pictures, to be checked by eye
  'hidden-text-left-out', // facts { count }: hidden or deleted text of a .docx
  'sheets-left-out', // facts { count }: empty or hidden sheets of a workbook
] as const

export interface Note {
  code: (typeof NOTE_CODES)[number]
  facts: Record<string, number>
}
