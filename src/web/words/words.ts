// The two languages of the pages: which one is on, how it is changed, and the few formats that sentences use. Chinese first; English is fetched when asked for.
import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { keep, kept } from '../intent.ts'
import { formatShortDay } from './day.ts'
import { formatNumber, type Lang } from './number.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof zh }
  }
}

/** The same keys with words of another language: a missing or a superfluous one does not type-check. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

export type T = TFunction

const NOUNS = {
  days: [' day', ' days', ' 天'],
  items: [' item', ' items', ' 件'],
  actions: [' action', ' actions', ' 项动作'],
  drafts: [' draft', ' drafts', ' 条草稿'],
  entries: [' entry', ' entries', ' 条记录'],
  exhortations: [' exhortation', ' exhortations', ' 句表态'],
  lines: [' line', ' lines', ' 行'],
  messages: [' message', ' messages', ' 条消息'],
  parts: [' part', ' parts', ' 个分项'],
  directives: [' directive', ' directives', ' 条要求'],
  units: [' unit', ' units', ' 个单位'],
  points: [' point', ' points', ' 个百分点'],
  times: [' time', ' times', ' 次'],
  requests: [' request', ' requests', ' 份要数要表'],
} as const

export async function startWords(lang: Lang = kept<Lang>('lang', 'zh')): Promise<typeof i18next> {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'zh',
    ns: ['words'],
    defaultNS: 'words',
    resources: { zh: { words: zh }, ...(lang === 'en' ? { en: { words: (await import('./en.ts')).en } } : {}) },
    // React escapes; a second time would print &amp; to the reader.
    interpolation: { escapeValue: false },
  })
  for (const [name, [one, more, zhNoun]] of Object.entries(NOUNS))
    i18next.services.formatter?.add(name, (v: number, lng) =>
      lng === 'zh' ? `${formatNumber(v, 'zh')}${zhNoun}` : `${formatNumber(v, 'en')}${Math.abs(v) === 1 ? one : more}`,
    )
  i18next.services.formatter?.add('count', (v: number, lng) => formatNumber(v, lng as Lang))
  i18next.services.formatter?.add('day', (v: string | null, lng) => (v ? formatShortDay(v, lng as Lang, new Date().toISOString()) : ''))
  if (typeof document !== 'undefined') document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  return i18next
}

export async function setLang(lang: Lang): Promise<void> {
  if (lang === 'en' && !i18next.hasResourceBundle('en', 'words')) i18next.addResourceBundle('en', 'words', (await import('./en.ts')).en)
  keep('lang', lang)
  await i18next.changeLanguage(lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

/** The words of the page and the language they are in. */
export function useWords(): { t: T; lang: Lang } {
  const { t, i18n } = useTranslation()
  return { t, lang: i18n.language as Lang }
}
