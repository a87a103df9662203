// The typefaces of GB/T 9704-2012 by their usual names, with what stands in where a machine lacks them. No font file is shipped.

const named = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })

/** 小标宋 title and mark, 黑体 level 1, 楷体 level 2, 仿宋 text, 宋体 page numbers. */
export const FONT = {
  title: named('方正小标宋简体'),
  h1: named('黑体'),
  h2: named('楷体_GB2312'),
  body: named('仿宋_GB2312'),
  page: named('宋体'),
} as const

/** Current Windows has 仿宋 and 楷体, not the _GB2312 ones; nobody has 小标宋 by default. */
const INSTEAD: Record<string, string> = {
  方正小标宋简体: '方正小标宋_GBK,小标宋,宋体,SimSun',
  黑体: 'SimHei',
  楷体_GB2312: '楷体,KaiTi',
  仿宋_GB2312: '仿宋,FangSong',
  宋体: 'SimSun',
}

/** `word/fontTable.xml`: `altName` is where a word processor looks before it substitutes by itself (ECMA-376, 17.8.3.1). */
export function fontTable(): string {
  const fonts = Object.entries(INSTEAD).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
