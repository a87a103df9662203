import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareWords, bigrams, pairUp } from './similar.ts'

const han = fc.string({ unit: fc.constantFrom(...'防汛水库加固安全生产招商引资完成前月日全县市省一二、。'), minLength: 1, maxLength: 30 })

describe('the words of a sentence', () => {
  it.each([
    ['一、压实防汛责任。', '压实防汛责任'],
    ['（三）加快 项目建设', '加快项目建设'],
    ['12．完成清淤', '完成清淤'],
    ['③落实用地', '落实用地'],
    ['一是严守底线，', '严守底线'],
    ['增长８％以上', '增长8%以上'],
    ['一体化推进', '一体化推进'],
    ['三年行动', '三年行动'],
  ])('of %s are %s', (text, words) => expect(bareWords(text)).toBe(words))

  it('are compared without saying whose it is', () => {
    expect(bigrams('全省实施水库加固')).toEqual(bigrams('我县实施水库加固'))
    expect(bigrams('')).toEqual(new Set())
    expect(bigrams('水')).toEqual(new Set(['水']))
  })
})

describe('pairing two lists', () => {
  it('pairs every text with itself, whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(han, { maxLength: 20 }), texts => {
        const pairs = pairUp(texts, [...texts].reverse(), 0.5)
        for (const { a, b, score } of pairs) {
          expect(bareWords(texts[a]!)).toBe(bareWords([...texts].reverse()[b]!))
          expect(score).toBe(1)
        }
        expect(pairs.length).toBe(texts.length)
      }),
    )
  })

  it('uses each text at most once and keeps scores between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(han, { maxLength: 15 }), fc.array(han, { maxLength: 15 }), (a, b) => {
        const pairs = pairUp(a, b, 0.1)
        expect(new Set(pairs.map(pair => pair.a)).size).toBe(pairs.length)
        expect(new Set(pairs.map(pair => pair.b)).size).toBe(pairs.length)
        for (const { score } of pairs) expect(score >= 0 && score <= 1).toBe(true)
      }),
    )
  })

  it('prefers the rarer words: what all texts share says little', () => {
    const a = ['进一步加强防汛工作', '进一步加强招商工作']
    const b = ['进一步加强招商洽谈工作', '进一步加强防汛值守工作']
    expect(pairUp(a, b, 0.3).map(pair => [pair.a, pair.b])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('lets place and topic decide between two that are equally alike', () => {
    const [a, b] = [['加强安全检查'], ['加强安全检查工作一', '加强安全检查工作二']]
    expect(pairUp(a, b, 0.3)[0]!.b).toBe(0)
    expect(pairUp(a, b, 0.3, (_, j) => (j === 1 ? 0.02 : 0))[0]!.b).toBe(1)
  })
})
