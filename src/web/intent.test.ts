import { beforeEach, expect, test } from 'vitest'
import { belongTo, intended, keep, kept, settle } from './intent.ts'

/** The store of a browser, as the standard says it, in memory. */
beforeEach(() => {
  const data = new Map<string, string>()
  Object.assign(globalThis, {
    localStorage: {
      getItem: (k: string) => data.get(k) ?? null,
      setItem: (k: string, v: string) => void data.set(k, v),
      removeItem: (k: string) => void data.delete(k),
    },
  })
})

const keyFor = (name: string, body: unknown) => intended(name, body).key

test('the same words sent again after a lost connection carry the same key', () => {
  const first = keyFor('report.1', { words: '已完成招标', percent: 40 })
  expect(keyFor('report.1', { words: '已完成招标', percent: 40 })).toBe(first)
})

test('words that may have arrived go again as they first went, though the item has a newer version by now', () => {
  const first = intended('report.1', { version: 3, command: { words: '已完成招标' } })
  const again = intended('report.1', { version: 4, command: { words: '已完成招标' } })
  expect(again).toEqual(first)
  settle('report.1')
  expect(intended('report.1', { version: 4, command: { words: '已完成招标' } }).body.version).toBe(4)
})

test('where nothing can be stored the key lives in the page', () => {
  localStorage.setItem = () => {
    throw new Error('full')
  }
  const first = keyFor('report.1', { words: '已完成招标' })
  expect(keyFor('report.1', { words: '已完成招标' })).toBe(first)
  settle('report.1')
  expect(keyFor('report.1', { words: '已完成招标' })).not.toBe(first)
})

test('other words are another intention, and so is another item', () => {
  const first = keyFor('report.1', { words: '已完成招标' })
  expect(keyFor('report.2', { words: '已完成招标' })).not.toBe(first)
  expect(keyFor('report.1', { words: '已完成招标和进场' })).not.toBe(first)
})

test('after the answer the same words are a new write', () => {
  const first = keyFor('report.1', { words: '已完成招标' })
  settle('report.1')
  expect(keyFor('report.1', { words: '已完成招标' })).not.toBe(first)
})

test('kept words come back until they are let go, and broken ones never stop the page', () => {
  keep('text', { words: '正在办理' })
  expect(kept('text', null)).toEqual({ words: '正在办理' })
  keep('text', null)
  expect(kept('text', 'start')).toBe('start')
  localStorage.setItem('luoshi.text', '{broken')
  expect(kept('text', 'start')).toBe('start')
})

test('another person at the same machine neither sees nor sends what was kept', () => {
  belongTo('lin')
  keep('text.report.1', { words: '已完成招标' })
  keep('lang', 'en')
  belongTo('zhu')
  expect(kept('text.report.1', null)).toBe(null)
  expect(kept('lang', 'zh')).toBe('en')
  belongTo('lin')
  expect(kept('text.report.1', null)).toEqual({ words: '已完成招标' })
})
