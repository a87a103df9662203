// A reading's entries and fields in words: what an entry is called, what a field held before it was corrected.
import type { Correctable } from '../../core/correction.ts'
import type { Quantity, Reading } from '../../reader/reading.ts'
import { formatDay } from '../words/day.ts'
import { formatQuantity, type Lang } from '../words/number.ts'
import type { T } from '../words/words.ts'
import type { Trace } from './correcting.ts'
import { type Entry, FORM, type Kind, same } from './form.ts'

/** A choice of a closed list, whose words stand under `words`. */
export const sayChoice = (t: T, words: string, choice: string): string => t(`${words}.${choice}` as 'say.none')
export const sayFieldName = (t: T, name: string): string => t(`correct.field.${name}` as 'correct.field.name')

/** The words by which an entry is known: its name, its text, its first words. */
export function sayEntry(of: Correctable, entry: Entry): string {
  const said = entry.name ?? entry.text ?? entry.heading ?? entry.title ?? entry.was ?? ''
  return of === 'quantities' ? `${entry.of ?? ''}${said}` : String(said).trim() || '␣'
}

function sayValue(t: T, lang: Lang, reading: Reading, entry: Entry, name: string, kind: Kind): string {
  const value = entry[name]
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('correct.unset')
  if (typeof kind === 'object' && 'choice' in kind) return sayChoice(t, kind.words, String(value))
  if (typeof kind === 'object') return sayEntry(kind.link, (reading[kind.link][value as number] as unknown as Entry) ?? { span: [0, 0] })
  switch (kind) {
    case 'day':
      return formatDay(String(value), lang)
    case 'names':
      return (value as string[]).join(t('say.comma'))
    case 'implied':
      return (value as string[]).map(v => sayChoice(t, 'correct.implied', v)).join(t('say.comma'))
    case 'yes':
      return t(value ? 'say.yes' : 'say.no')
    case 'number':
    case 'unit':
      return formatQuantity(entry as unknown as Quantity, lang)
    case 'actions':
      return (value as Entry[]).map(a => String(a.text)).join(t('say.semicolon'))
    case 'article':
      return t('document.article', { n: Number(value) + 1 })
    case 'span':
      return String(entry.text ?? entry.name ?? '')
    default:
      return String(value)
  }
}

/** What stood there before a person corrected it: one line for each field that is otherwise. */
export function sayWas(t: T, lang: Lang, reading: Reading, of: Correctable, { own, entry, struck }: Trace): string[] {
  if (struck) return [t(own ? 'correct.wasStruck' : 'correct.wasAdded')]
  if (!own) return [t('correct.wasAdded')]
  return FORM[of]
    .filter(({ name }) => !same(own[name], entry[name]))
    .map(({ name, kind }) => t('correct.was', { field: sayFieldName(t, name), was: sayValue(t, lang, reading, own, name, kind) }))
}
