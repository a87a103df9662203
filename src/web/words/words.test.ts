import { describe, expect, test } from 'vitest'
import { PART_EVENTS } from '../../core/cascade.ts'
import { TENURE_STATES } from '../../core/contract/account.ts'
import { FIELDS } from '../../core/contract/correction.ts'
import { PROBLEM_CODES } from '../../core/contract/problem.ts'
import { CORRECTABLE } from '../../core/correction.ts'
import { COVERAGE_STATES } from '../../core/coverage.ts'
import { BASES, COMBINES, DIRECTIONS, FREQUENCIES, INDICATOR_KINDS, READING_STATUSES, VERDICTS } from '../../core/indicator.ts'
import { NOTE_CODES } from '../../core/intakenote.ts'
import { KIND, LEDGER_KINDS, stagesOf } from '../../core/kind.ts'
import { LIGHT_REASONS } from '../../core/light.ts'
import { READING_FLAGS } from '../../core/outlier.ts'
import { PROJECTION_METHODS } from '../../core/projection.ts'
import { RELAY_CHANGES, RELAY_VERDICTS } from '../../core/relay.ts'
import { ROSTER_COLUMNS, ROSTER_REASONS, ROSTER_VERDICTS } from '../../core/roster.ts'
import { COMMANDS, LEVELS, LIGHTS, ROLES, STATES, UNIT_KINDS, WAITING } from '../../core/types.ts'
import { HONOURS } from '../../core/verdict.ts'
import { INTAKE_CODES } from '../../intake/refusal.ts'
import { DOUBT_CODES, GENRES, REPAIR_KINDS, TOPICS } from '../../reader/reading.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([k, v]): [string, string][] => (typeof v === 'string' ? [[at + k, v]] : leaves(v, `${at}${k}.`)))

const places = (words: string): string[] => [...words.matchAll(/\{\{\s*(\w+)/g)].map(m => m[1]!).sort()

const chinese = leaves(zh)
const english = new Map(leaves(en))

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual(chinese.map(([k]) => k).sort())
})

test('no words are empty in either language', () => {
  for (const [key, words] of [...chinese, ...english]) expect(words.trim(), key).not.toBe('')
})

test('English never says a fact that the Chinese does not have', () => {
  for (const [key, words] of chinese) {
    const known = new Set(places(words))
    // Chinese may name the state or the command where English has no need to; never the other way round.
    expect(
      places(english.get(key)!).filter(p => !known.has(p)),
      key,
    ).toEqual([])
  }
})

test('English words hold no Chinese, but for names of things that are Chinese', () => {
  const allowed = /^(top\.lang|me\.zh|doubt\.distribution-mismatch|setup\.placeHint|circular\.numberHint|system\.dutiesHint)$/
  for (const [key, words] of english) if (!allowed.test(key)) expect(words, key).not.toMatch(/\p{Script=Han}/u)
})

describe('every code of a closed list is worded', () => {
  test.each<[string, readonly string[], Tree]>([
    ['problems and refusals', PROBLEM_CODES, zh.problem],
    ['doubts', DOUBT_CODES, zh.doubt],
    ['reasons of a light', LIGHT_REASONS, zh.reason],
    ['refused files', INTAKE_CODES, zh.file],
    ['notes of files taken in', NOTE_CODES, zh.note],
    ['what can be corrected', CORRECTABLE, zh.correct.kind],
    ['fields that can be corrected', Object.values(FIELDS).flatMap(f => Object.keys(f.shape)), zh.correct.field],
    ['commands', COMMANDS, zh.command],
    ['events', [...COMMANDS, ...PART_EVENTS], zh.event],
    ['what is done to parts', PART_EVENTS, zh.command],
    ['what became of a directive below', RELAY_VERDICTS, zh.relay.verdict],
    ['what a lower document changed', RELAY_CHANGES, zh.relay.changed],
    ['cells of the coverage table', COVERAGE_STATES, zh.coverage],
    ['states', STATES, zh.state],
    ['lights', LIGHTS, zh.light],
    ['roles', ROLES, zh.role],
    ['kinds of unit', UNIT_KINDS, zh.unitKind],
    ['who is waited for', WAITING, zh.waiting],
    ['topics', TOPICS, zh.topic],
    ['genres', GENRES, zh.genre],
    ['repairs', REPAIR_KINDS, zh.repair],
    ['reasons why a line is not imported', ROSTER_REASONS, zh.roster.why],
    ['what becomes of a line', ROSTER_VERDICTS, zh.roster.verdict],
    ['columns of an import', ROSTER_COLUMNS, zh.roster.column],
    ['states of a post', TENURE_STATES, zh.post.state],
    ['levels of jurisdictions', LEVELS, zh.place.level],
    ['kinds of indicator', INDICATOR_KINDS, zh.indicator.kind],
    ['bases of a figure', BASES, zh.indicator.basis],
    ['directions', DIRECTIONS, zh.indicator.direction],
    ['frequencies', FREQUENCIES, zh.indicator.frequency],
    ['how a total is made', COMBINES, zh.indicator.combine],
    ['how sure a figure is', READING_STATUSES, zh.reading],
    ['verdicts on a pace', VERDICTS, zh.pace.verdict],
    ['honours', HONOURS, zh.board.honour],
    ['what is odd about a figure', [...READING_FLAGS.filter(f => f !== 'scale-slip'), 'tooMuch', 'tooLittle'], zh.odd],
    ['methods of a projection', PROJECTION_METHODS, zh.series.method],
    ...LEDGER_KINDS.flatMap((kind): [string, readonly string[], Tree][] => [
      [`stages of ${kind}`, stagesOf(kind), zh.kind[kind].stage],
      [`facts of ${kind}`, Object.keys(KIND[kind].fields), zh.kind[kind].field],
      ...Object.entries(KIND[kind].fields).flatMap(([name, { choices, scale }]): [string, readonly string[], Tree][] =>
        choices && !scale ? [[`choices of ${kind}.${name}`, choices, (zh.kind[kind].choice as Record<string, Tree>)[name]!]] : [],
      ),
      ...Object.entries(KIND[kind].fields).flatMap(([name, { columns }]): [string, readonly string[], Tree][] =>
        columns
          ? [
              [
                `columns of ${kind}.${name}`,
                Object.keys(columns),
                (zh.kind[kind] as unknown as { column: Record<string, Tree> }).column[name]!,
              ],
            ]
          : [],
      ),
    ]),
  ])('%s', (_, codes, words) => {
    expect(codes.filter(c => !(c in words))).toEqual([])
  })
})
