// Reads the plain forms of quantities in a mark; whatever is not plain must be said in the mark itself.

const DIGITS = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const STEPS = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const SCALES = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

function number(text) {
  const scaled = text.match(/^([\d.,]+)([百千万亿]*)$/)
  if (scaled) return [...scaled[2]].reduce((v, s) => round(v * SCALES[s]), Number(scaled[1].replaceAll(',', '')))
  let whole = 0
  let part = 0
  let digit = 0
  for (const sign of text) {
    if (sign in DIGITS) digit = DIGITS[sign]
    else if (sign in STEPS) {
      part += (digit || 1) * STEPS[sign]
      digit = 0
    } else if (sign === '万' || sign === '亿') {
      whole = (whole + part + digit) * SCALES[sign]
      part = digit = 0
    } else return Number.NaN
  }
  return whole + part + digit
}
const round = x => Number(x.toPrecision(12))

const UNITS = {
  元: 'CNY',
  元人民币: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港元: 'HKD',
  日元: 'JPY',
  '%': '%',
  '％': '%',
  个百分点: 'pp',
  百分点: 'pp',
  平方米: 'm2',
  平方公里: 'km2',
  亩: 'mu',
  米: 'm',
  公里: 'km',
  千米: 'km',
  吨: 't',
  千瓦时: 'kWh',
  人: 'person',
  名: 'person',
  位: 'person',
  户: 'household',
  年: 'year',
  个月: 'month',
  天: 'day',
  日: 'day',
  个工作日: '工作日',
  '‰': '‰',
}
const HEAD =
  '不低于|不少于|不高于|不超过|不得低于|不得超过|不得少于|控制在|大约|将近|接近|超过|突破|高于|低于|不足|不到|至少|达到|约|近|超|逾|过'
const TAIL = '及以上|以上|以下|以内|之内|左右|上下'
const NUM = '[\\d.,]+(?:[百万亿]|千(?![瓦米克伏]))*|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+'

function bound(text) {
  if (/约|近|左右|上下/.test(text)) return '≈'
  if (/不低于|不少于|不得低于|不得少于|以上|至少/.test(text)) return '≥'
  if (/不高于|不超过|不得超过|以下|以内|之内|控制在/.test(text)) return '≤'
  if (/不足|不到|低于/.test(text)) return '<'
  if (/余|多|超|突破|逾|高于|^过/.test(text)) return '>'
  return '='
}

export function quantityValue(node, before) {
  const core = node.text
    .replace(/\s+/g, '')
    .replace(new RegExp(`^(?:${HEAD})`), '')
    .replace(new RegExp(`(?:${TAIL})$`), '')
  const plain = node.v === undefined ? plainValue(core) : {}
  const value = node.v === undefined ? plain.value : Number(node.v)
  const unit = node.unit ?? plain.unit
  if (!Number.isFinite(value) || !unit) throw new Error(`say the value of ${node.text}`)
  const grows = /(?:增长|提高|提升|上升|增加|回升)到?$/.test(before)
  const falls = /(?:下降|降低|减少|回落)到?$/.test(before)
  const change = node.ch === '-' ? undefined : (node.ch ?? (grows ? 'up' : falls ? 'down' : undefined))
  const alt = node.alt
    ? node.alt.split(',').map(a => ({ value: Number(a.split(':')[0]), unit: a.split(':')[1] }))
    : unit === '工作日'
      ? [{ value, unit: 'day' }]
      : undefined
  const max = node.max === undefined ? plain.max : Number(node.max)
  return {
    value,
    unit,
    bound: node.b ?? (max === undefined ? bound(node.text) : '≥'),
    ...(max !== undefined && { max }),
    ...(change && { change }),
    ...(alt && { alt }),
  }
}
function plainValue(core) {
  if (core === '过半' || core === '半') return { value: 50, unit: '%' }
  if (core === '翻番' || core === '翻一番') return { value: 2, unit: '倍' }
  const of = core.match(/^(.+)分之(.+)$/)
  if (of)
    return of[1] === '百'
      ? { value: number(of[2]), unit: '%' }
      : { value: Math.round((number(of[2]) / number(of[1])) * 1e4) / 100, unit: '%' }
  const tenths = core.match(/^([一二两三四五六七八九]|\d)成(半|[一二三四五六七八九])?$/)
  if (tenths) return { value: number(tenths[1]) * 10 + (tenths[2] === '半' ? 5 : tenths[2] ? number(tenths[2]) : 0), unit: '%' }
  const rank = core.match(/^第(.+)[位名]$/)
  if (rank) return { value: number(rank[1]), unit: 'rank' }
  const range = core.match(new RegExp(`^(${NUM})(\\D{0,4}?)[—\\-~～至到](${NUM})(.+)$`))
  if (range) {
    const high = scaleOf(range[3], range[4])
    const low = /[百千万亿]$/.test(range[1]) ? number(range[1]) : number(range[1]) * (range[2] ? 1 : high.by)
    return { value: low, unit: high.unit, max: high.value }
  }
  const one = core.match(new RegExp(`^(${NUM})(?:余|多)?((?:[百万亿]|千(?![瓦米克伏]))*)(?:余|多)?(.+)$`))
  if (!one) return {}
  const found = scaleOf(one[1] + one[2], one[3])
  return { value: found.value, unit: found.unit }
}
function scaleOf(digits, unit) {
  const value = number(digits)
  const by = [...(digits.match(/^[\d.,]+([百千万亿]*)$/)?.[1] ?? '')].reduce((v, s) => v * SCALES[s], 1)
  return { value, by, unit: UNITS[unit] ?? unit }
}
