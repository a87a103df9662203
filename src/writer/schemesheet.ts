// The scores of an assessment scheme as a table: each unit with each item, its figures and the sentence that explains it.
import type { SchemeScores } from '../core/contract/scheme.ts'
import { scoreSentence } from '../core/scoresentence.ts'
import type { Day } from '../core/types.ts'
import type { Sheet } from './sheet.ts'

export function schemeSheet(
  { name, year, month, version, items, left, cleared, units, weights }: SchemeScores,
  place: string,
  today: Day,
): Sheet {
  const cut = month === null ? '尚无数据' : `数据截至${year}年${month}月`
  const out = left.length > 0 ? `按减负规定未计入：${left.map(item => `${item.name}（${item.weight}分）`).join('、')}。` : ''
  const said = cleared.map(item => `${item.name}：${item.by}说明“${item.why}”。`).join('')
  const kept = cleared.length > 0 ? `经说明不属于禁止事项、照常计分：${said}` : ''
  return {
    title: `${place}${year}年${name}得分`,
    date: today,
    issuer: place,
    note: `${cut}，方案第${version}版，满分${weights.full}分，可由系统计分${weights.counted}分。不可算的不计分也不扣分。${out}${kept}`,
    columns: [
      { key: 'unit', header: '单位', width: 22, kind: 'text' },
      { key: 'item', header: '考核项目', width: 32, kind: 'text' },
      { key: 'indicator', header: '指标', width: 24, kind: 'text' },
      { key: 'weight', header: '满分', width: 8, kind: 'number' },
      { key: 'points', header: '得分', width: 8, kind: 'number' },
      { key: 'done', header: '完成', width: 12, kind: 'number' },
      { key: 'scheduled', header: '按进度应完成', width: 14, kind: 'number' },
      { key: 'percent', header: '完成比例（%）', width: 14, kind: 'number' },
      { key: 'why', header: '说明', width: 70, kind: 'text' },
    ],
    rows: units.flatMap(({ unit, points, scored, full, scores }) => [
      { unit, item: '合计', weight: full, points, why: `计入${scored}分的项目，得${points}分。` },
      ...scores.map(score => {
        const item = items.find(one => one.id === score.itemId)!
        const of = item.kind && { kind: item.kind, unit: item.unit }
        return {
          unit,
          item: item.name,
          indicator: item.indicator,
          weight: item.weight,
          points: score.points,
          done: score.done,
          scheduled: score.scheduled,
          percent: score.percent,
          why: scoreSentence('zh', of, { ...score, weight: item.weight, cap: item.cap }, month),
        }
      }),
    ]),
  }
}
