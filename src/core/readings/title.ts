// What titles, the sheet's and the file's name say of a whole table: its month, its subject, the one unit that it is about. Pure.
import { bareName, type Finder } from '../table/name.ts'
import { readPeriod } from '../table/period.ts'
import { isTerritory, territoryIn } from '../table/unitname.ts'
import type { Label } from './label.ts'
import type { Layout } from './layout.ts'
import type { ReadingsWorld, TableFix } from './world.ts'

/** 表1 · 附表二： */
const NUMBERED = /^附?表(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[-.]\d{1,2})?[:：、.]?/

/** What a title says besides its subject: 各乡镇 … 分月累计完成情况表. */
const STOCK =
  /[\d\s()（）、,:：—~～.-]|附件|[年月日]|各[县市区旗]{1,3}|各|分|按|乡镇|镇街|街道|[乡镇街]|县区|县直|单位|部门|主要|重点|指标|工作|累计|当月|本月|完成|推进|进度|进展|情况|统计|汇总|通报|一览|分解|调度|监测|晾晒|排名|对比|比对|快报|核定|预计|月报|台账|表|数|[和与及的]/g

/** 各乡镇固定资产投资完成情况表 → 固定资产投资; of 工业固定资产投资 it is only offered. */
export function subjectOf(title: string, find: Finder, names: readonly string[], place: string): { id: string | null; maybe: string[] }[] {
  const subject = bareName(bareName(title).replace(NUMBERED, ''), place)
  const inside = names.filter(name => subject.includes(name)).sort((a, b) => b.length - a.length)[0]
  if (inside && subject.replace(inside, '').replace(STOCK, '') === '') return [find(inside)]
  const rest = subject.replace(/^.{0,8}?各/, '').replace(STOCK, '')
  return rest.length < 2 ? [] : [{ id: null, maybe: inside ? [find(inside).id ?? []].flat() : find(rest).maybe }]
}

export function periodOf(
  fix: TableFix,
  titles: readonly Label[],
  sheet: string,
  file: string,
): Pick<Layout, 'year' | 'month' | 'monthFrom'> {
  const [inSheet, inFile] = [readPeriod(sheet), readPeriod(file.replace(/\.\w{1,5}$/, ''))]
  const year = fix.year ?? titles.find(t => t.year !== null)?.year ?? inSheet.year ?? inFile.year
  if (fix.month) return { year, month: fix.month, monthFrom: 'by-hand' }
  const month = titles.find(t => t.month !== null && t.aside !== 'target')?.month ?? null
  if (month !== null) return { year, month, monthFrom: 'title' }
  if (inSheet.month !== null) return { year, month: inSheet.month, monthFrom: 'sheet' }
  return { year, month: inFile.month, monthFrom: inFile.month === null ? null : 'file' }
}

/** A sheet called 禾丰镇, or with such a title, is that unit's. */
export function wholeSheetOf(lines: readonly string[], find: Finder, { place }: ReadingsWorld): { text: string; id: string | null } | null {
  const named = lines.flatMap((line, at) => {
    const text = readPeriod(line).rest
    return at === 0 && isTerritory(text) ? [text] : (territoryIn(text, place) ?? [])
  })
  const known = named.map(text => ({ text, id: find(text).id })).sort((a, b) => Number(a.id === null) - Number(b.id === null))
  return known[0] ?? null
}
