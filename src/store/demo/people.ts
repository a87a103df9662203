// The people of the fictional county: leaders, a head and a liaison for every unit, the office's staff, and one log-in for each role.
import type { Role } from '../../core/types.ts'
import { COUNTY, HEADS, LEADERS } from './county.ts'
import type { Chance } from './random.ts'

export interface CountyPerson {
  name: string
  post: string
  role: Role | null
  /** Name of the unit. */
  unit: string | null
  username: string | null
}

/** Who can sign in to the demonstration: one for each role, and a second unit for what two units do together. */
const LOGINS: { username: string; name: string; post: string; role: Role; unit: string | null }[] = [
  { username: 'ducha', name: '林晓雨', post: '县政府督查室主任', role: 'officer', unit: '县政府督查室' },
  { username: 'ducha2', name: '祝南星', post: '县委督查室副主任', role: 'officer', unit: '县委督查室' },
  { username: 'shuili', name: '何清', post: '办公室主任', role: 'liaison', unit: '县水利局' },
  { username: 'zhujian', name: '孟夏', post: '办公室副主任', role: 'liaison', unit: '县住房和城乡建设局' },
  { username: 'yunxi', name: '竹青', post: '党政办主任', role: 'liaison', unit: '云溪镇' },
  { username: 'juzhang', name: '高山青', post: '党组书记、局长', role: 'head', unit: '县水利局' },
  { username: 'xianzhang', name: '周晓棠', post: '县委副书记、县长', role: 'leader', unit: '青禾县人民政府' },
  { username: 'tongji', name: '宋简', post: '综合股股长', role: 'indicator_officer', unit: '县统计局' },
  { username: 'zhaoshang', name: '白榆', post: '项目股股长', role: 'investment_officer', unit: '县招商服务中心' },
  { username: 'xitong', name: '安平', post: '系统管理员', role: 'system_admin', unit: null },
  { username: 'anquan', name: '方正', post: '安全管理员', role: 'security_admin', unit: null },
  { username: 'shenji', name: '明镜', post: '审计管理员', role: 'audit_admin', unit: null },
]

const SURNAMES =
  '李王张刘陈杨赵黄吴徐孙马朱胡郭林何罗梁宋郑谢唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫'
const GIVEN = [
  '文博',
  '建国',
  '志远',
  '晓梅',
  '立新',
  '海燕',
  '思源',
  '国强',
  '春华',
  '明亮',
  '雪松',
  '玉兰',
  '长青',
  '永康',
  '佳宁',
  '振华',
  '红霞',
  '德胜',
  '丽君',
  '少华',
  '书涵',
  '向东',
  '景行',
  '静怡',
  '子衿',
  '成林',
  '秋月',
  '一帆',
  '凌云',
  '若水',
  '大山',
  '小满',
  '谷雨',
  '立夏',
  '望江',
  '念慈',
  '克勤',
  '守信',
  '怀远',
  '知行',
]

const TITLES: Record<string, string> = {
  township: '党委书记',
  enterprise: '党委书记、董事长',
  institution: '主任',
  zone: '党工委副书记、管委会主任',
  office: '主任',
}

/** All of them; the same seed gives the same names. */
export function countyPeople(chance: Chance): CountyPerson[] {
  const taken = new Set([...LEADERS.map(([name]) => name), ...Object.values(HEADS), ...LOGINS.map(l => l.name)])
  const fresh = (): string => {
    for (;;) {
      const name = chance.of([...SURNAMES]) + chance.of(GIVEN)
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
  }
  const logins: CountyPerson[] = LOGINS
  const named = (role: Role, unit: string | null) => LOGINS.some(l => l.role === role && l.unit === unit)
  const leaders = LEADERS.filter(([name]) => !LOGINS.some(l => l.name === name)).map(
    ([name, post]): CountyPerson => ({ name, post, role: 'leader', unit: null, username: null }),
  )
  const working = COUNTY.filter(unit => unit.works)
  const heads = working
    .filter(unit => !named('head', unit.name))
    .map(
      (unit): CountyPerson => ({
        name: HEADS[unit.name] ?? fresh(),
        post: TITLES[unit.kind] ?? '党组书记、局长',
        role: 'head',
        unit: unit.name,
        username: null,
      }),
    )
  const liaisons = working
    .filter(unit => !named('liaison', unit.name))
    .map((unit): CountyPerson => ({ name: fresh(), post: '联络员', role: 'liaison', unit: unit.name, username: null }))
  const staff = ['县政府督查室', '县委督查室', '县政府督查室'].map(
    (unit): CountyPerson => ({ name: fresh(), post: '督查专员', role: 'officer', unit, username: null }),
  )
  return [...logins, ...leaders, ...heads, ...liaisons, ...staff]
}
