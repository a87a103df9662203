// Sheets of the organisation: units and people as they are, to be filled in and imported, and the first passwords of new accounts.
import { PERSON_HEADINGS, type RosterPerson, UNIT_HEADINGS } from '../core/roster.ts'
import { PROPOSABLE, ROLE_WORDS } from '../core/rosterperson.ts'
import { KIND_WORDS } from '../core/rosterunit.ts'
import { type Day, UNIT_KINDS, type Unit } from '../core/types.ts'
import type { Column, Sheet } from './sheet.ts'

/** Room to write on. */
const BLANK = 60

const UNIT_NOTE =
  '每行一个单位。单位名称必填，用全称；上级单位写表内或已有的单位名称，最上一级留空；简称、职责用顿号隔开。留空的格不改变现有内容。'
const PERSON_NOTE =
  '每行一人一职。姓名必填；单位须已在系统中；角色由安全管理员确认后才生效；要登录的填登录名（小写字母开头，3–32位）。起、止写日期，离任才填止。'

/** As it stands, so that what comes back unchanged changes nothing. */
export function unitSheet(units: readonly Unit[], place: string, today: Day): Sheet {
  const nameOf = new Map(units.map(u => [u.id, u.name]))
  const widths = { name: 30, parent: 30, kind: 14, aliases: 24, duties: 60 }
  const choices = { kind: UNIT_KINDS.map(k => KIND_WORDS[k][0]!) }
  return {
    title: `${place}单位`,
    date: today,
    issuer: place,
    note: UNIT_NOTE,
    columns: columnsOf(UNIT_HEADINGS, widths, choices),
    rows: [
      ...units.map(u => ({
        name: u.name,
        parent: u.parentId ? (nameOf.get(u.parentId) ?? null) : null,
        kind: KIND_WORDS[u.kind][0]!,
        aliases: u.aliases.join('、') || null,
        duties: u.duties || null,
      })),
      ...Array.from({ length: BLANK }, () => ({})),
    ],
  }
}

export function personSheet(people: readonly RosterPerson[], units: readonly Unit[], place: string, today: Day): Sheet {
  const nameOf = new Map(units.map(u => [u.id, u.name]))
  const widths = { name: 14, unit: 30, post: 24, role: 14, username: 18, from: 13, to: 13 }
  const choices = { role: PROPOSABLE.map(role => ROLE_WORDS[role][0]!) }
  return {
    title: `${place}人员`,
    date: today,
    issuer: place,
    note: PERSON_NOTE,
    columns: columnsOf(PERSON_HEADINGS, widths, choices),
    rows: [
      ...people.flatMap(p =>
        p.tenures
          .filter(t => t.to === null)
          .map(t => ({
            name: p.name,
            unit: t.unitId ? (nameOf.get(t.unitId) ?? null) : null,
            post: t.post || null,
            role: t.role && ROLE_WORDS[t.role][0]!,
            username: p.username,
            from: t.from,
            to: null,
          })),
      ),
      ...Array.from({ length: BLANK }, () => ({})),
    ],
  }
}

function columnsOf<Key extends string>(
  headings: Readonly<Record<Key, readonly string[]>>,
  widths: Record<Key, number>,
  choices: Partial<Record<Key, readonly string[]>>,
): Column[] {
  return (Object.keys(headings) as Key[]).map(key => ({
    key,
    header: headings[key][0]!,
    width: widths[key],
    kind: 'text',
    open: true,
    ...(choices[key] ? { choices: choices[key] } : {}),
  }))
}

interface FirstPassword {
  name: string
  unit: string
  username: string
  password: string
}

export const passwordSheet = (rows: readonly FirstPassword[], place: string, today: Day): Sheet => ({
  title: `${place}新账号初始密码`,
  date: today,
  issuer: place,
  note: '本表只生成这一次，系统不保存密码。请逐人当面交付，首次登录必须修改；交付后请删除本表。',
  columns: [
    { key: 'name', header: '姓名', width: 14, kind: 'text' },
    { key: 'unit', header: '单位', width: 30, kind: 'text' },
    { key: 'username', header: '登录名', width: 20, kind: 'text' },
    { key: 'password', header: '初始密码', width: 22, kind: 'text' },
  ],
  rows: rows.map(row => ({ ...row })),
})
