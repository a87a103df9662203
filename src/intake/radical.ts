// Puts ordinary characters for the radicals and compatibility characters that CJK fonts of PDFs answer with: ⻅ is 见, ⼈ is 人. It changes no length.

/** CJK Radicals Supplement (U+2E80–2EF3), which NFKC leaves as they are; after Unicode's EquivalentUnifiedIdeograph. */
const SUPPLEMENT =
  '⺁厂⺃乚⺄乙⺅亻⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺯糹⺰纟⺲罒⺳罓⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'

const INSTEAD = new Map<string, string>()
{
  const characters = [...SUPPLEMENT]
  for (let at = 0; at < characters.length; at += 2) INSTEAD.set(characters[at]!, characters[at + 1]!)
}

/** Radicals of both blocks and compatibility ideographs (U+F900–FAFF). */
export function plainRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, found => INSTEAD.get(found) ?? found.normalize('NFKC'))
}
