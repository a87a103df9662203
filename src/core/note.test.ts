import { describe, expect, it } from 'vitest'
import { read } from '../reader/index.ts'
import { CLOCKS } from './clock.ts'
import { clockOfNote, NOTE_URGENCIES, noteText, noteTitle } from './note.ts'

const NOTE = {
  leader: '周晓棠',
  post: '县委副书记、县长',
  day: '2026-11-22',
  on: '2026-0012 北渠清淤',
  words: '请县水利局会同县住房和城乡建设局抓紧整治，12月10日前报结果。',
}

describe('a leader’s note as a paper', () => {
  it('is read as a note of that leader, with the unit and the day of its words', () => {
    const text = noteText(NOTE)
    const reading = read(text, { today: NOTE.day, place: '青禾县' })
    expect(reading.articles[0]).toMatchObject({ genre: 'leader-note', title: '周晓棠关于“2026-0012 北渠清淤”的批示' })
    const [directive, ...others] = reading.directives
    expect(others).toEqual([])
    expect(text.slice(...directive!.span)).toBe(NOTE.words)
    expect(directive!.speaker).toBe('周晓棠')
    expect(directive!.actions[0]).toMatchObject({ lead: '县水利局', co: ['县住房和城乡建设局'] })
    expect(reading.dates.map(d => d.to)).toContain('2026-12-10')
  })
  it('asks for nothing when it says only that it was read', () => {
    expect(read(noteText({ ...NOTE, words: '阅。' }), { today: NOTE.day }).directives).toEqual([])
  })
  it.each([
    ['on a page without a name', { on: null }, '周晓棠2026年11月22日的批示'],
    ['on a long title', { on: '完'.repeat(90) }, `周晓棠关于“${'完'.repeat(59)}…”的批示`],
    ['on a title with quotation marks', { on: '“双过半”分析' }, '周晓棠关于“双过半 分析”的批示'],
  ])('%s is called %s', (_, over, title) => expect(noteTitle({ ...NOTE, ...over })).toBe(title))

  it.each(NOTE_URGENCIES)('that is %s has a clock of its own', urgency => expect(CLOCKS[clockOfNote(urgency)].count).toBe('working'))
})
