// Sentences one after the other: Chinese ones stand without a blank between them.
import type { Lang } from './number.ts'

/** What is empty says nothing. */
export const joined = (lang: Lang, ...sentences: (string | null | undefined | false)[]): string =>
  sentences.filter(Boolean).join(lang === 'zh' ? '' : ' ')
