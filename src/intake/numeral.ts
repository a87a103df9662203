// Writes a number in one of Word's number formats (ECMA-376, 17.18.59); unknown formats are written in digits.

const DIGITS = [...'零一二三四五六七八九']
const FORMAL = [...'零壹贰叁肆伍陆柒捌玖']
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']

export function numeral(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographTraditional':
    case 'ideographZodiac':
    case 'ideographDigital':
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(n, format)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : n >= 21 && n <= 35 ? String.fromCodePoint(0x323c + n) : String(n)
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`
    case 'decimalEnclosedFullstop':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2487 + n) : `${n}.`
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'upperLetter':
      return letters(n)
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    default:
      return String(n)
  }
}

function chinese(n: number, format: string): string {
  if (format === 'ideographTraditional') return STEMS[n - 1] ?? String(n)
  if (format === 'ideographZodiac') return BRANCHES[n - 1] ?? String(n)
  if (format === 'ideographDigital') return [...String(n)].map(digit => (digit === '0' ? '〇' : DIGITS[Number(digit)])).join('')
  if (format === 'chineseLegalSimplified' || format === 'ideographLegalTraditional') return counted(n, FORMAL, ['', '拾', '佰', '仟'])
  return counted(n, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十')
}

/** 1 to 9999 with places: 12 → 一十二, 105 → 一百零五; beyond that digits. */
function counted(n: number, digits: string[], places: string[]): string {
  if (n < 1 || n > 9999) return String(n)
  let words = ''
  let gap = false
  for (const [at, digit] of [...String(n)].entries()) {
    const place = places[String(n).length - 1 - at]!
    if (digit === '0') gap = true
    else {
      words += (gap ? digits[0] : '') + digits[Number(digit)]! + place
      gap = false
    }
  }
  return words
}

/** 1 → A, 26 → Z, 27 → AA as Word repeats them. */
function letters(n: number): string {
  return n < 1 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n)
  let rest = n
  return ROMAN.map(([value, words]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return words.repeat(times)
  }).join('')
}
