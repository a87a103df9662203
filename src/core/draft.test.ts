import { describe, expect, it } from 'vitest'
import { read } from '../reader/index.ts'
import type { Directive, Reading } from '../reader/reading.ts'
import { draftItems, isSlogan } from './draft.ts'
import type { Unit } from './types.ts'

const unit = (id: string, name: string, duties: string): Unit => ({ id, name, aliases: [], kind: 'government', parentId: null, duties })
const units = [unit('shui', '县水利局', '防汛、水库'), unit('yingji', '县应急管理局', '应急预案、演练'), unit('qx', '县气象局', '气象')]

const action = (text: string, over: object = {}) => ({
  span: [0, 1] as [number, number],
  text,
  strength: 'must' as const,
  lead: null,
  co: [],
  deadline: null,
  measure: null,
  ...over,
})
const directive = (over: Partial<Directive>): Directive => ({
  article: 0,
  span: [0, 10],
  ordinal: '一是',
  path: [1],
  heading: '抓好防汛',
  speaker: null,
  topic: 'safety',
  hard: false,
  actions: [],
  missing: [],
  ...over,
})
const reading = (directives: Directive[], dates: Reading['dates'] = []): Reading => ({
  source: { name: '', length: 0, sha256: '' },
  articles: [],
  events: [],
  directives,
  quantities: [],
  dates,
  people: [],
  units: [],
  projects: [],
  indicators: [],
  frames: [],
  repairs: [],
  doubts: [],
})
const day = (to: string) => ({ span: [0, 1] as [number, number], text: to, from: null, to, implied: [] })

describe('the draft of a directive', () => {
  it('takes the lead and co-units that the text names, the last of its deadlines and every measure', () => {
    const d = directive({
      hard: true,
      actions: [
        action('由县水利局牵头完成12座水库鉴定', { lead: '县水利局', co: ['县气象局', '县水利局'], deadline: 0, measure: 0 }),
        action('6月底前开展演练', { deadline: 1 }),
      ],
    })
    const [draft] = draftItems(reading([d], [day('2026-05-15'), day('2026-06-30')]), '', units, '青禾县')
    expect(draft).toMatchObject({
      leadUnitId: 'shui',
      coUnitIds: ['qx'],
      dueOn: '2026-06-30',
      measure: '完成12座水库鉴定',
      chosen: true,
    })
  })

  it.each([
    ['12月20日前隐患整改率达到95%以上', '隐患整改率达到95%以上'],
    ['县林业局牵头，12月底前完成油茶林垦复1200亩', '完成油茶林垦复1200亩'],
    ['县交通运输局要在年底前改造农村公路18公里，做到建管并重', '县交通运输局要改造农村公路18公里'],
    ['县水利局负责，每季度抽查3座水库', '每季度抽查3座水库'],
  ])('takes of “%s” the clause with the figure, without who leads it and by when', (task, measure) => {
    const text = `关于抓好近期工作的通知\n县直各单位：\n一、抓好当前工作。${task}。\n青禾县人民政府办公室\n2026年11月11日\n`
    const drafts = draftItems(read(text, { today: '2026-11-23', place: '青禾县' }), text, units, '青禾县')
    expect(drafts.map(draft => draft.measure)).toEqual([measure])
  })

  it('leaves unknown what the text does not say, and only suggests', () => {
    const [draft] = draftItems(reading([directive({ actions: [action('抓好防汛准备')] })]), '', units, '青禾县')
    expect(draft).toMatchObject({ leadUnitId: null, coUnitIds: [], dueOn: null, measure: null })
    expect(draft!.suggestions[0]).toEqual({ unitId: 'shui', reason: 'duties', words: ['防汛'] })
  })

  it('is off for a slogan: no number in a list and nothing that could be checked', () => {
    expect(isSlogan(directive({ ordinal: null }))).toBe(true)
    expect(isSlogan(directive({ ordinal: null, hard: true }))).toBe(false)
    expect(isSlogan(directive({}))).toBe(false)
    expect(draftItems(reading([directive({ ordinal: null })]), '坚定信心', units, '青禾县')[0]!.chosen).toBe(false)
  })

  it('names what is to be done when the heading only says who leads', () => {
    const titled = (heading: string, ...texts: string[]) =>
      draftItems(reading([directive({ heading, actions: texts.map(t => action(t)) })]), '', units, '青禾县')[0]!.title
    const words = '由县水利局牵头，县应急管理局、县气象局配合，6月20日前排查23座水库'
    expect(titled('由县水利局牵头', words, '形成问题清单')).toBe('6月20日前排查23座水库，形成问题清单')
    expect(titled('由县水利局牵头', '由县水利局牵头')).toBe('由县水利局牵头')
    expect(titled('落实牵头负责制', words)).toBe('落实牵头负责制')
  })

  it('shortens a long heading for the title, with a sign that it did', () => {
    const [draft] = draftItems(reading([directive({ heading: '深'.repeat(90) })]), '', units, '青禾县')
    expect(draft!.title).toHaveLength(60)
    expect(draft!.title.endsWith('…')).toBe(true)
  })
})
