// A leader's note 批示 written on a page: the text that the reader reads, and the clock that it starts. The note's words are never changed.
import { writtenDay } from './gongwen.ts'
import type { Day } from './types.ts'

/** 急件 一般件 疑难件: the three clocks of leaders' notes. */
export const NOTE_URGENCIES = ['urgent', 'ordinary', 'hard'] as const
export type NoteUrgency = (typeof NOTE_URGENCIES)[number]

/** Where a note can be written; `page` is any other page of the program. */
export const NOTE_PAGES = ['document', 'item', 'unit', 'overview', 'ledger', 'circular', 'page'] as const
export type NotePage = (typeof NOTE_PAGES)[number]

export const clockOfNote = (urgency: NoteUrgency) => `note-${urgency}` as const

interface NoteText {
  leader: string
  /** 县委副书记、县长; null when the office did not enter it. */
  post: string | null
  day: Day
  /** What it was written on, e.g. the title of an item; null for a page without a name of its own. */
  on: string | null
  words: string
}

const LONGEST = 60

/** 周晓棠关于“北渠清淤”的批示 */
export function noteTitle({ leader, on, day }: Pick<NoteText, 'leader' | 'on' | 'day'>): string {
  const whole = on?.replace(/[“”"\s]+/g, ' ').trim()
  if (!whole) return `${leader}${writtenDay(day)}的批示`
  return `${leader}关于“${whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole}”的批示`
}

/** The note as a paper in the form in which offices pass notes on, so that the reader finds the speaker, the day and each thing asked for. */
export function noteText(note: NoteText): string {
  const day = writtenDay(note.day)
  return `${noteTitle(note)}\n\n${note.post ?? ''}${note.leader}${day}批示：\n${note.words.trim()}\n`
}
