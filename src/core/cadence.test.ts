import { describe, expect, it } from 'vitest'
import { cadenceOf, withinOf } from './cadence.ts'

describe('how often', () => {
  it.each<[string, string | null, number | null]>([
    ['每季度至少主持召开1次专题会议', '每季度', 91],
    ['每周通报进展', '每周', 7],
    ['每个月调度一次', '每个月', 30],
    ['每半个月通报', '每半个月', 15],
    ['每半年评估', '每半年', 182],
    ['每日零报告', '每日', 1],
    ['每年汛期前', '每年', 365],
    ['每名干部联系3户', null, null],
    ['召开1次会议', null, null],
  ])('%s', (text, words, days) => {
    const found = cadenceOf(text)
    expect([found?.text ?? null, found?.days ?? null]).toEqual([words, days])
  })
})

describe('how soon', () => {
  it.each<[string, string | null, number | null, boolean | null]>([
    ['事故发生后1小时内报告', '1小时内', 60, false],
    ['30分钟以内报告', '30分钟以内', 30, false],
    ['３个工作日之内办结', '３个工作日之内', 4320, true],
    ['两天内反馈', '两天内', 2880, false],
    ['十五日内整改', '十五日内', 21_600, false],
    ['二十日内整改', '二十日内', 28_800, false],
    ['半小时内到岗', '半小时内', 30, false],
    ['1个月内解决', '1个月内', 43_200, false],
    ['6月30日内完成', null, null, null],
    ['六月三十日内完成', null, null, null],
    ['三年内建成', null, null, null],
    ['党内监督', null, null, null],
  ])('%s', (text, words, minutes, working) => {
    const found = withinOf(text)
    expect([found?.text ?? null, found?.minutes ?? null, found?.working ?? null]).toEqual([words, minutes, working])
  })
})
