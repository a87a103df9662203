// Every address of the API, called by every role, by nobody, and by an officer of another county: one table of the answers.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, anItem, aPerson, aUnit, anIndicator as keptIndicator, ok } from '../../test/build.ts'
import { type Ask, aServer, type Client, nobody, signedIn, signIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import type { RouteName } from '../core/contract/paths.ts'
import { type RouteSpec, routes } from '../core/contract/routes.ts'
import { dayOf } from '../core/day.ts'
import { WHOLE } from '../core/indicator.ts'
import { RULES } from '../core/rules.ts'
import type { Actor, Role } from '../core/types.ts'
import { act } from '../store/act.ts'
import { drawnCounty } from '../store/demo/boundary.ts'
import { unitSheet } from '../writer/rostersheet.ts'
import { sheet } from '../writer/sheet.ts'

const WHO = [
  'nobody',
  'officer',
  'liaison',
  'head',
  'leader',
  'indicator',
  'investment',
  'upper',
  'system',
  'security',
  'audit',
  'stranger',
] as const
type Who = (typeof WHO)[number]

/**
 * The item and the document belong to 县水利局: `liaison` reports for it, `head` is above it, `indicator` and `investment` sit in another unit,
 * `stranger` is an officer of another county. One answer for each of WHO, in that order.
 */
const ANSWERS: Record<RouteName, string> = {
  //                  nobody off. lia. head lead ind. inv. up. sys. sec. aud. stranger
  getHealth: '         200   200  200  200  200  200  200  200 200  200  200  200',
  getSession: '        401   200  200  200  200  200  200  200 200  200  200  200',
  getSetup: '          200   200  200  200  200  200  200  200 200  200  200  200',
  postSetup: '         409   409  409  409  409  409  409  409 409  409  409  409',
  signIn: '            401   401  401  401  401  401  401  401 401  401  401  401',
  changePassword: '    401   401  401  401  401  401  401  401 401  401  401  401',
  listJurisdictions: ' 401   200  403  403  200  403  403  403 200  403  403  200',
  postInvitation: '    401   403  403  403  403  403  403  403 201  403  403  403',
  deleteInvitation: '  401   403  403  403  403  403  403  403 404  403  403  403',
  listUnits: '         401   200  200  200  200  200  200  403 200  200  403  200',
  postUnit: '          401   403  403  403  403  403  403  403 201  403  403  403',
  patchUnit: '         401   403  403  403  403  403  403  403 200  403  403  403',
  listPosts: '         401   200  200  200  200  200  200  403 200  200  403  200',
  listAccounts: '      401   403  403  403  403  403  403  403 200  200  403  403',
  postAccount: '       401   403  403  403  403  403  403  403 201  403  403  403',
  patchAccount: '      401   403  403  403  403  403  403  403 200  403  403  403',
  getRosterSheet: '    401   403  403  403  403  403  403  403 200  403  403  403',
  checkRoster: '       401   403  403  403  403  403  403  403 200  403  403  403',
  postRoster: '        401   403  403  403  403  403  403  403 201  403  403  403',
  postHandover: '      401   403  403  403  403  403  403  403 403  404  403  403',
  postDecision: '      401   403  403  403  403  403  403  403 403  404  403  403',
  putAppointments: '   401   403  403  403  403  403  403  403 403  200  403  403',
  listDocuments: '     401   200  200  200  200  200  200  403 403  403  403  200',
  postDocument: '      401   201  403  403  403  403  403  403 403  403  403  201',
  getDocument: '       401   200  200  200  200  404  404  403 403  403  403  404',
  deleteDocument: '    401   200  403  403  403  403  403  403 403  403  403  404',
  getIntake: '         401   200  403  403  403  403  403  403 403  403  403  200',
  postCorrection: '    401   201  403  403  403  403  403  403 403  403  403  404',
  getGold: '           401   200  403  403  403  403  403  403 403  403  403  404',
  patchDraft: '        401   200  403  403  403  403  403  403 403  403  403  404',
  dispatchDocument: '  401   201  403  403  403  403  403  403 403  403  403  404',
  listItems: '         401   200  200  200  200  200  200  403 403  403  403  200',
  exportItems: '       401   200  200  200  200  200  200  403 403  403  403  200',
  postItem: '          401   201  403  403  403  403  403  403 403  403  403  201',
  getItem: '           401   200  200  200  200  404  404  403 403  403  403  404',
  postCommand: '       401   403  200  200  403  404  404  403 403  403  403  404',
  listKind: '          401   200  200  200  200  200  200  403 403  403  403  200',
  searchLedgers: '     401   200  200  200  200  200  200  403 403  403  403  200',
  getStages: '         401   200  200  200  200  200  200  403 403  403  403  200',
  getCampaign: '       401   200  200  200  200  404  404  403 403  403  403  404',
  endCampaign: '       401   200  403  403  403  403  403  403 403  403  403  404',
  getEndReport: '      401   200  403  403  200  403  403  403 403  403  403  404',
  getEndReportDocx: '  401   200  403  403  200  403  403  403 403  403  403  404',
  getOutlook: '        401   200  200  200  200  200  200  403 403  403  403  200',
  getWeek: '           401   200  200  200  200  200  200  403 403  403  403  200',
  listAlike: '         401   200  403  403  403  403  200  403 403  403  403  200',
  getRisks: '          401   200  200  200  200  200  200  403 403  403  403  200',
  getRiskScale: '      401   200  200  200  200  200  200  403 403  403  403  200',
  listWarnings: '      401   200  403  403  200  200  403  403 403  403  403  200',
  postWarning: '       401   200  403  403  403  200  403  403 403  403  403  422',
  putWarning: '        401   404  403  403  403  404  403  403 403  403  403  404',
  listRates: '         401   200  200  200  200  200  200  403 403  403  403  200',
  putRate: '           401   200  403  403  403  403  200  403 403  403  403  200',
  getBoundary: '       401   200  200  200  200  200  200  403 403  403  403  200',
  putBoundary: '       401   200  403  403  403  403  403  403 403  403  403  200',
  deleteBoundary: '    401   200  403  403  403  403  403  403 403  403  403  200',
  checkRequest: '      401   200  200  200  403  403  403  403 403  403  403  200',
  // The stranger’s own county has no such unit.
  postRequest: '       401   201  201  201  403  403  403  403 403  403  403  422',
  getRequest: '        401   200  200  200  200  404  404  403 403  403  403  404',
  // Answers are the unit’s, the sender’s and the office’s: `indicator` and `investment` sit in the unit that asked.
  getAnswerTo: '       401   200  200  200  200  200  200  403 403  403  403  404',
  postAnswerTo: '      401   403  201  201  403  403  403  403 403  403  403  403',
  getBurden: '         401   200  200  200  200  200  200  403 403  403  403  200',
  getUnitBurden: '     401   200  200  200  200  404  404  403 403  403  403  404',
  putBudget: '         401   200  403  403  403  403  403  403 403  403  403  200',
  getReportSheet: '    401   403  200  200  403  403  403  403 403  403  403  403',
  postReportSheet: '   401   403  200  200  403  403  403  403 403  403  403  403',
  checkReports: '      401   403  422  422  403  403  403  403 403  403  403  403',
  // Each line is a report of its own: refused lines are told in the answer.
  postReports: '       401   403  200  200  403  403  403  403 403  403  403  403',
  listLinks: '         401   200  403  403  403  403  403  403 403  403  403  200',
  postLink: '          401   201  403  403  403  403  403  403 403  403  403  404',
  revokeLink: '        401   200  403  403  403  403  403  403 403  403  403  404',
  // Who has no link has nothing here, whoever he is.
  getAnswer: '         404   404  404  404  404  404  404  404 404  404  404  404',
  postAnswer: '        404   404  404  404  404  404  404  404 404  404  404  404',
  postAnswerFile: '    404   404  404  404  404  404  404  404 404  404  404  404',
  postParts: '         401   200  403  403  403  403  403  403 403  403  403  404',
  postProposal: '      401   403  201  201  403  403  403  403 403  403  403  403',
  answerProposal: '    401   200  403  403  403  403  403  403 403  403  403  404',
  getCoverage: '       401   200  200  200  200  404  404  403 403  403  403  404',
  exportCoverage: '    401   200  200  200  200  404  404  403 403  403  403  404',
  listRelays: '        401   200  403  403  403  403  403  403 403  403  403  200',
  receiveRelay: '      401   201  403  403  403  403  403  403 403  403  403  404',
  getConveyance: '     401   200  403  403  403  403  403  403 403  403  403  404',
  putConveyance: '     401   200  403  403  403  403  403  403 403  403  403  404',
  listTodo: '          401   200  200  200  200  200  200  403 403  403  403  200',
  listMessages: '      401   200  200  200  200  200  200  403 403  403  403  200',
  getUnread: '         401   200  200  200  200  200  200  403 403  403  403  200',
  readMessages: '      401   200  200  200  200  200  200  403 403  403  403  200',
  getContact: '        401   200  200  200  200  200  200  200 200  200  200  200',
  putContact: '        401   200  200  200  200  200  200  200 200  200  200  200',
  postAddress: '       401   409  409  409  409  409  409  409 409  409  409  409',
  confirmAddress: '    401   409  409  409  409  409  409  409 409  409  409  409',
  deleteAddress: '     401   200  200  200  200  200  200  200 200  200  200  200',
  listChannels: '      401   403  403  403  403  403  403  403 200  403  403  403',
  postChannel: '       401   403  403  403  403  403  403  403 201  403  403  403',
  patchChannel: '      401   403  403  403  403  403  403  403 200  403  403  403',
  deleteChannel: '     401   403  403  403  403  403  403  403 200  403  403  403',
  testChannel: '       401   403  403  403  403  403  403  403 200  403  403  403',
  testMail: '          401   403  403  403  403  403  403  403 200  403  403  403',
  putMail: '           401   403  403  403  403  403  403  403 200  403  403  403',
  retryDelivery: '     401   403  403  403  403  403  403  403 404  403  403  403',
  dropDelivery: '      401   403  403  403  403  403  403  403 404  403  403  403',
  postFile: '          401   201  201  201  201  201  201  403 403  403  403  201',
  getFile: '           401   200  200  200  200  404  404  403 403  403  403  404',
  getPicture: '        401   200  200  200  200  404  404  403 403  403  403  404',
  listSlips: '         401   200  200  200  200  403  403  403 403  403  403  200',
  exportSlips: '       401   200  200  200  200  403  403  403 403  403  403  200',
  listSuggestedSlips: '401   200  403  403  403  403  403  403 403  403  403  200',
  getSlip: '           401   200  200  200  200  403  403  403 403  403  403  404',
  getSlipDocx: '       401   200  200  200  200  403  403  403 403  403  403  404',
  postSlipCommand: '   401   200  403  403  403  403  403  403 403  403  403  404',
  previewSlip: '       401   200  403  403  403  403  403  403 403  403  403  404',
  postSlip: '          401   201  403  403  403  403  403  403 403  403  403  404',
  postUrges: '         401   200  403  403  200  403  403  403 403  403  403  200',
  listNotes: '         401   200  403  403  200  403  403  403 403  403  403  200',
  // The stranger’s own county has no such leader.
  postNote: '          401   201  403  403  201  403  403  403 403  403  403  422',
  readNote: '          401   200  403  403  403  403  403  403 403  403  403  404',
  listLeaders: '       401   200  403  403  200  403  403  403 403  403  403  200',
  listIndicators: '    401   200  200  200  200  200  200  403 403  403  403  200',
  // The stranger’s own county has no such unit.
  postIndicator: '     401   201  403  403  403  201  403  403 403  403  403  422',
  patchIndicator: '    401   200  403  403  403  200  403  403 403  403  403  404',
  postIndicators: '    401   201  403  403  403  201  403  403 403  403  403  422',
  postFrame: '         401   201  403  403  403  201  403  403 403  403  403  201',
  patchFrame: '        401   200  403  403  403  200  403  403 403  403  403  404',
  listTargets: '       401   200  200  200  200  200  200  403 403  403  403  200',
  putTarget: '         401   200  403  403  403  200  403  403 403  403  403  404',
  // The stranger’s own county has no targets of that year.
  rollTargets: '       401   200  403  403  403  200  403  403 403  403  403  409',
  listReadings: '      401   200  200  200  200  200  200  403 403  403  403  200',
  postReading: '       401   200  200  200  403  200  403  403 403  403  403  404',
  postReadings: '      401   200  200  200  403  200  403  403 403  403  403  404',
  getSeries: '         401   200  200  200  200  200  200  403 403  403  403  404',
  getBoard: '          401   200  200  200  200  200  200  403 403  403  403  200',
  getSeriesBelow: '    401   404  404  404  404  404  404  403 403  403  403  404',
  getBoardBelow: '     401   200  200  200  200  200  200  403 403  403  403  200',
  // A head and a liaison see published indicators; what is published there is the test of target/peer.test.ts.
  getBenchmark: '      401   200  200  200  200  200  403  403 403  403  403  200',
  putBenchmark: '      401   200  403  403  403  200  403  403 403  403  403  409',
  listPeers: '         401   200  200  200  200  200  403  403 403  403  403  200',
  postPeer: '          401   201  403  403  403  201  403  403 403  403  403  201',
  patchPeer: '         401   200  403  403  403  200  403  403 403  403  403  404',
  listPeerFigures: '   401   200  200  200  200  200  403  403 403  403  403  200',
  postPeerFigure: '    401   201  403  403  403  201  403  403 403  403  403  404',
  getPeerSheet: '      401   200  403  403  403  200  403  403 403  403  403  200',
  checkPeers: '        401   200  403  403  403  200  403  403 403  403  403  200',
  // The stranger’s own county has no such indicator.
  importPeers: '       401   201  403  403  403  201  403  403 403  403  403  409',
  listPeerImports: '   401   200  403  403  403  200  403  403 403  403  403  200',
  undoPeerImport: '    401   404  403  403  403  404  403  403 403  403  403  404',
  getPeerImportFile: ' 401   404  403  403  403  404  403  403 403  403  403  404',
  // An indicator officer sees the documents from which his unit has items.
  offerPeers: '        401   200  403  403  403  404  403  403 403  403  403  404',
  takePeers: '         401   201  403  403  403  404  403  403 403  403  403  404',
  getVisitPaper: '     401   200  404  404  200  404  404  403 403  403  403  404',
  takeVisit: '         401   201  403  403  403  403  404  403 403  403  403  404',
  undoVisit: '         401   200  403  403  403  403  200  403 403  403  403  404',
  adaptLesson: '       401   201  403  403  403  403  403  403 403  403  403  404',
  listSchemes: '       401   200  403  403  200  200  403  403 403  403  403  200',
  postScheme: '        401   201  403  403  403  201  403  403 403  403  403  422',
  getScheme: '         401   200  403  403  200  200  403  403 403  403  403  404',
  putScheme: '         401   200  403  403  403  200  403  403 403  403  403  404',
  getScores: '         401   200  403  403  200  200  403  403 403  403  403  404',
  settleScores: '      401   201  403  403  403  201  403  403 403  403  403  404',
  exportScores: '      401   200  403  403  200  200  403  403 403  403  403  404',
  getReadingsSheet: '  401   200  200  200  403  200  403  403 403  403  403  200',
  checkImport: '       401   200  200  200  403  200  403  403 403  403  403  200',
  // What was previewed is not what stands there now: the mark is another one.
  postImport: '        401   409  409  409  403  409  403  403 403  403  403  409',
  listImports: '       401   200  200  200  200  200  200  403 403  403  403  200',
  undoImport: '        401   404  404  404  403  404  403  403 403  403  403  404',
  getImportFile: '     401   404  404  404  404  404  404  403 403  403  403  404',
  getKindSheet: '      401   200  200  200  200  200  200  403 403  403  403  200',
  checkKindSheet: '    401   200  403  403  403  403  200  403 403  403  403  200',
  postKindSheet: '     401   409  403  403  403  403  409  403 403  403  403  409',
  listKindSheets: '    401   200  403  403  403  403  200  403 403  403  403  200',
  undoKindSheet: '     401   404  403  403  403  403  404  403 403  403  403  404',
  getKindSheetFile: '  401   404  403  403  403  403  404  403 403  403  403  404',
  getOverview: '       401   200  200  200  200  200  200  403 403  403  403  200',
  listSheets: '        401   200  403  403  200  403  403  403 403  403  403  200',
  getSheetDraft: '     401   200  403  403  200  403  403  403 403  403  403  200',
  // What was seen is no longer what is there.
  postSheet: '         401   409  403  403  403  403  403  403 403  403  403  409',
  getSheet: '          401   404  403  403  404  403  403  403 403  403  403  404',
  getSheetDocx: '      401   404  403  403  404  403  403  403 403  403  403  404',
  withdrawSheet: '     401   404  403  403  403  403  403  403 403  403  403  404',
  getCircular: '       401   200  403  403  200  403  403  403 403  403  403  200',
  getCircularDocx: '   401   200  403  403  200  403  403  403 403  403  403  200',
  getRules: '          401   200  403  403  200  403  403  403 200  403  403  200',
  putRules: '          401   200  403  403  403  403  403  403 403  403  403  409',
  previewCalendar: '   401   403  403  403  403  403  403  403 200  403  403  403',
  putCalendar: '       401   403  403  403  403  403  403  403 200  403  403  403',
  exportUnits: '       401   200  200  200  200  200  200  403 403  403  403  200',
  listAudit: '         401   403  403  403  403  403  403  403 403  403  200  403',
  exportAudit: '       401   403  403  403  403  403  403  403 403  403  200  403',
  exportAuditCsv: '    401   403  403  403  403  403  403  403 403  403  200  403',
  getAuditChoices: '   401   403  403  403  403  403  403  403 403  403  200  403',
  verifyAudit: '       401   403  403  403  403  403  403  403 403  403  200  403',
  secondStep: '        401   401  401  401  401  401  401  401 401  401  401  401',
  startSso: '          404   404  404  404  404  404  404  404 404  404  404  404',
  finishSso: '         404   404  404  404  404  404  404  404 404  404  404  404',
  getSignIn: '         401   200  200  200  200  200  200  200 200  200  200  200',
  revokeSession: '     401   404  404  404  404  404  404  404 404  404  404  404',
  beginSecondStep: '   401   401  401  401  401  401  401  401 401  401  401  401',
  confirmSecondStep: ' 401   401  401  401  401  401  401  401 401  401  401  401',
  endSecondStep: '     401   401  401  401  401  401  401  401 401  401  401  401',
  linkSso: '           401   404  404  404  404  404  404  404 404  404  404  404',
  resetSecondStep: '   401   403  403  403  403  403  403  403 403  200  403  403',
  // Last: it ends the sessions that the others use.
  signOut: '           401   200  200  200  200  200  200  200 200  200  200  200',
}

const NOTICE = `关于做好北渠清淤工作的通知

各有关单位：
一、由县水利局牵头，12月底前完成北渠清淤12公里。
二、由县水利局牵头，12月20日前完成渠首闸门检修。
`

let db: TestDatabase
let app: FastifyInstance
let water: string
let farm: string
/** An officer of the city above, and its only unit. */
let upper: { officer: Actor; unit: string }
const boundaryFile = { name: '边界.geojson', bytes: JSON.stringify(drawnCounty(['云溪镇'])) }
const clients = {} as Record<Who, Client>
let people: Record<string, string>
let tax: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db, '990100', '云川市')
  await aJurisdiction(db, '990124', '青禾县', '990100')
  await aJurisdiction(db, '990125', '松原县')
  const government = await aUnit(db, { name: '县人民政府' })
  water = await aUnit(db, { name: '县水利局', parentId: government })
  farm = await aUnit(db, { name: '县农业农村局', parentId: government })
  app = await aServer(db, { robotHosts: ['127.0.0.1:9'] })
  const roles: [Who, Role, string | null][] = [
    ['officer', 'officer', null],
    ['liaison', 'liaison', water],
    ['head', 'head', government],
    ['leader', 'leader', null],
    ['indicator', 'indicator_officer', farm],
    ['investment', 'investment_officer', farm],
    ['upper', 'upper', null],
    ['system', 'system_admin', null],
    ['security', 'security_admin', null],
    ['audit', 'audit_admin', null],
  ]
  people = {}
  for (const [who, role, unitId] of roles) {
    const person = await aPerson(db, [{ role, unitId }], { username: `${who}.q` })
    people[who] = person.personId
    clients[who] = await signedIn(app, db, person, `${who}.q`)
  }
  const stranger = await aPerson(db, [{ role: 'officer', unitId: null }], { jurisdiction: '990125', username: 'stranger' })
  clients.stranger = await signedIn(app, db, stranger, 'stranger')
  clients.nobody = nobody(app)
  tax = await keptIndicator(db, anActor('officer'), { name: '财政收入' })
  upper = {
    officer: await aPerson(db, [{ role: 'officer', unitId: null }], { jurisdiction: '990100' }),
    unit: await aUnit(db, { name: '市水利局', jurisdiction: '990100' }),
  }
})

let made = 0
let rolled = 0
/** A fresh thing for each call, so that one call's success does not change the next one's answer. */
const item = async (): Promise<{ id: string; version: number }> =>
  (await clients.officer.ask('postItem', { body: { draft: aDraft({ leadUnitId: water }), dispatch: true } })).body
const document = async (): Promise<string> => (await clients.officer.ask('postDocument', { body: { text: NOTICE } })).body.id
const dispatched = async (): Promise<string> => {
  const id = await document()
  await clients.officer.ask('patchDraft', { params: { id, index: 0 }, body: { version: 1, chosen: true, leadUnitId: water } })
  await clients.officer.ask('patchDraft', { params: { id, index: 1 }, body: { version: 1, chosen: false } })
  await clients.officer.ask('dispatchDocument', { params: { id }, body: { allowPast: true } })
  return id
}
const evidence = async (): Promise<string> => {
  const { id, version } = await item()
  const file = (await clients.liaison.ask('postFile', { file: { name: '现场.txt', bytes: '已清淤两公里' } })).body.id
  await clients.liaison.ask('postCommand', { params: { id }, body: { version, command: { command: 'accept' } } })
  const report = { command: 'report', percent: 20, words: '见附件', fileIds: [file] }
  await clients.liaison.ask('postCommand', { params: { id }, body: { version: version + 1, command: report } })
  return file
}
/** A robot that nobody is: the address is on this machine, and nothing listens there. */
const robot = () => ({ robot: 'wecom', name: `群${++made}`, unitId: null, url: 'http://127.0.0.1:9/robot?key=k' })
const channel = async (): Promise<string> => (await clients.system.ask('postChannel', { body: robot() })).body.id
/** A programme with one action prescribed to 县水利局. */
const prescribed = async (): Promise<{ id: string; part: string }> => {
  const { id, version } = await item()
  const command = { command: 'prescribe', actions: [{ title: '组织护渠学习' }], unitIds: [water] }
  const { parts } = (await clients.officer.ask('postParts', { params: { id }, body: { version, command } })).body
  return { id, part: parts[0]!.id }
}
/** A campaign of 县水利局. */
const campaign = async (): Promise<{ id: string; version: number }> => {
  const detail = { kind: 'campaign', fields: { beginOn: '2026-03-02' } }
  return (await clients.officer.ask('postItem', { body: { draft: aDraft({ leadUnitId: water }), dispatch: true, detail } })).body
}
const ended = async (): Promise<string> => {
  const { id, version } = await campaign()
  await clients.officer.ask('endCampaign', { params: { id }, body: { version, endings: [] } })
  return id
}
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = async (): Promise<string> => {
  const { id, version } = await item()
  const file = (await clients.liaison.ask('postFile', { file: { name: '现场.png', bytes: PNG } })).body.id
  await clients.liaison.ask('postCommand', { params: { id }, body: { version, command: { command: 'accept' } } })
  const report = { command: 'report', percent: 20, words: '见照片', fileIds: [file] }
  await clients.liaison.ask('postCommand', { params: { id }, body: { version: version + 1, command: report } })
  return file
}
const aSlip = { colour: 'blue', limitOn: '2099-12-31', words: '请抓紧。' }
const slip = async (): Promise<string> =>
  (await clients.officer.ask('postSlip', { params: { id: (await item()).id }, body: aSlip })).body.slip.id
const aNote = () => ({ words: '请县水利局抓紧办理。', on: { kind: 'overview', address: '/' }, leaderId: people.leader })
/** 县水利局 reports it for everybody. */
const anIndicator = () => ({
  name: `清淤长度${++made}`,
  kind: 'volume',
  basis: 'cumulative',
  unit: '公里',
  topic: 'agriculture',
  sourceUnitId: water,
})
const indicator = async (): Promise<string> =>
  (await clients.officer.ask('postIndicator', { body: { ...anIndicator(), sourceUnitId: water } })).body.id
const aWarning = async () => ({
  version: 0,
  indicatorId: await indicator(),
  unitId: null,
  measure: 'growth',
  side: 'below',
  threshold: 3,
  periods: 2,
  category: 'economy',
  leadUnitId: water,
})
const aTarget = { unitId: '00000000-0000-0000-0000-000000000000', year: 2026, value: 12 }
const aReading = { unitId: '00000000-0000-0000-0000-000000000000', year: 2026, month: 5, value: 4.5, seen: 0 }
const anAccount = () => ({ username: `new${++made}`, name: '新人', password: 'Xinren-2026-jia' })
const rosterFile = async () => {
  const content = unitSheet(
    [{ id: 'x', name: `县导入${++made}局`, aliases: [], kind: 'government', parentId: null, duties: '' }],
    '青禾县',
    '2026-11-22',
  )
  return { name: '单位.xlsx', bytes: Buffer.from(await sheet(content)) }
}
const today = dayOf(Date.now())
const aRequest = () => ({
  title: `渠道情况表${++made}`,
  leadUnitId: water,
  coUnitIds: [],
  fields: {
    purpose: '掌握情况',
    frequency: 'once',
    minutes: 10,
    from: today,
    carrier: 'form',
    form: [{ name: '渠道长度', unit: '公里' }],
  },
})
/** Asked of 县水利局 by another unit, and out. */
const asked = async (): Promise<string> => {
  const body = { ...aRequest(), leadUnitId: farm, coUnitIds: [water] }
  const made = (await clients.officer.ask('postRequest', { body })).body
  let { version } = made
  const { id } = made
  for (const [to, evidence] of [
    ['checked', {}],
    ['approved', {}],
    ['out', { outOn: today }],
  ] as const) {
    const { body: moved } = await clients.officer.ask('postCommand', {
      params: { id },
      body: { version, command: { command: 'move', to, evidence } },
    })
    version = moved.version
  }
  return id
}
const aPeer = async (): Promise<string> => (await clients.officer.ask('postPeer', { body: { name: `邻近${++made}县` } })).body.id
const peerFile = () => ({ name: '同类.csv', bytes: `地区,年份,月份,财政收入（亿元）\n第${++made}县,2025,12,12.5\n` })
const aScheme = () => ({
  name: '年度考核',
  year: 2026,
  items: [{ id: randomUUID(), name: '财政收入', indicatorId: tax, weight: 10 }],
  seen: 0,
})
const scheme = async (): Promise<string> => (await clients.officer.ask('postScheme', { body: aScheme() })).body.id
let visits = 0
/** Each of another year, so that no figure is taken in twice. */
const visit = async (): Promise<string> => {
  const text = `关于赴云澜市考察学习的报告\n云澜市地处东洲省南部。${2001 + visits++}年，全市财政收入92.35亿元。\n`
  return (await clients.officer.ask('postDocument', { body: { text } })).body.id
}
/** The visit of a page, to be registered. */
const journey = async (): Promise<string> => {
  const text =
    '青禾报　2026年5月22日\n\n## 县领导赴云川市考察\n\n本报讯 5月12日至14日，县委书记林枫率队赴云川市学习考察，先后走进云川星河电子厂、红叶茶业有限公司。\n'
  return (await clients.officer.ask('postDocument', { body: { text } })).body.id
}
const whatToTake = async () => ({
  event: 0,
  title: '赴云川市学习考察',
  fields: { place: '云川市', from: '2026-05-12', to: '2026-05-14', sites: ['云川星河电子厂'] },
  leads: [{ title: '云川星河电子厂', span: [40, 50], fields: { investor: '云川星河电子厂' } }],
  lessons: [],
})
const lesson = async (): Promise<string> =>
  (
    await clients.officer.ask('postItem', {
      body: { draft: { title: '要素保障实' }, detail: { kind: 'lesson', fields: { seen: '签约当天选定地块' } } },
    })
  ).body.id
const projectsFile = { name: '项目台账.csv', bytes: '项目名称,投资方\n云岭食品加工,丰泽集团\n' }
const readingsFile = { name: '5月.csv', bytes: '指标,1—5月累计\n固定资产投资,12.3\n' }
const whole = (draft: { chosen: boolean }) => ({ version: 1, chosen: draft.chosen })

/** What each address is asked for; everything in it would be right for one who may. */
const ASKS: Record<RouteName, () => Ask | Promise<Ask>> = {
  getHealth: () => ({}),
  getSession: () => ({}),
  getSetup: () => ({}),
  postSetup: () => {
    const administrators = { system: anAccount(), security: anAccount(), audit: anAccount() }
    return { body: { token: 'x'.repeat(43), jurisdiction: { id: '990126', name: '新县' }, administrators } }
  },
  signIn: () => ({ body: { username: `unknown${++made}`, password: 'Wrong-2026!' } }),
  signOut: () => ({}),
  changePassword: () => ({ body: { currentPassword: 'Wrong-2026!', newPassword: 'Another-2026!' } }),
  listJurisdictions: () => ({}),
  postInvitation: () => ({ body: { id: '990124100', name: '禾丰镇' } }),
  deleteInvitation: () => ({ params: { id: '990124101' } }),
  secondStep: () => ({ body: { code: '123456' } }),
  startSso: () => ({}),
  finishSso: () => ({ body: { state: 'x', code: 'x' } }),
  getSignIn: () => ({}),
  revokeSession: () => ({ params: { id: 'no-such-session' } }),
  beginSecondStep: () => ({ body: { password: 'Wrong-2026!' } }),
  confirmSecondStep: () => ({ body: { code: '123456' } }),
  endSecondStep: () => ({ body: { password: 'Wrong-2026!' } }),
  linkSso: () => ({}),
  resetSecondStep: async () => ({ params: { id: (await aPerson(db, [])).personId } }),
  listUnits: () => ({}),
  postUnit: () => ({ body: { name: `县新${++made}局`, kind: 'government', parentId: null } }),
  patchUnit: () => ({ params: { id: water }, body: { duties: '水利、防汛' } }),
  listPosts: () => ({ params: { id: water } }),
  listAccounts: () => ({}),
  postAccount: () => ({ body: anAccount() }),
  patchAccount: () => ({ params: { id: people.investment! }, body: { name: '招商' } }),
  getRosterSheet: () => ({ params: { kind: 'units' } }),
  checkRoster: async () => ({ file: await rosterFile() }),
  postRoster: async () => ({ file: await rosterFile() }),
  postHandover: () => ({ body: { tenureIds: [water], toId: null, day: '2026-01-01' } }),
  postDecision: () => ({ body: { tenureIds: [water], grant: true } }),
  putAppointments: () => ({ params: { id: people.upper! }, body: { appointments: [{ role: 'upper', unitId: null }] } }),
  listDocuments: () => ({}),
  postDocument: () => ({ body: { text: NOTICE } }),
  getDocument: async () => ({ params: { id: await dispatched() } }),
  deleteDocument: async () => ({ params: { id: await document() } }),
  getIntake: () => ({ params: { key: 'no-such-key' } }),
  postCorrection: async () => ({ params: { id: await document() }, body: { of: 'dates', index: 0, value: { to: '2026-12-30' } } }),
  getGold: async () => ({ params: { id: await document() } }),
  patchDraft: async () => ({ params: { id: await document(), index: 0 }, body: whole({ chosen: true }) }),
  dispatchDocument: async () => {
    const id = await document()
    for (const index of [0, 1])
      await clients.officer.ask('patchDraft', { params: { id, index }, body: { version: 1, chosen: true, leadUnitId: water } })
    return { params: { id }, body: { allowPast: true } }
  },
  listItems: () => ({ query: { open: 'true' } }),
  exportItems: () => ({}),
  postItem: () => ({ body: { draft: { title: '完成渠首闸门检修' } } }),
  getItem: async () => ({ params: { id: (await item()).id } }),
  postCommand: async () => {
    const { id, version } = await item()
    return { params: { id }, body: { version, command: { command: 'accept' } } }
  },
  listKind: () => ({ params: { kind: 'project' }, query: { stage: 'lead', sort: 'sum' } }),
  getStages: () => ({ params: { kind: 'project' } }),
  getCampaign: async () => ({ params: { id: (await campaign()).id } }),
  endCampaign: async () => {
    const { id, version } = await campaign()
    return { params: { id }, body: { version, endings: [] } }
  },
  getEndReport: async () => ({ params: { id: await ended() } }),
  getEndReportDocx: async () => ({ params: { id: await ended() } }),
  searchLedgers: () => ({ query: { q: '产业' } }),
  getOutlook: () => ({ params: { kind: 'project' } }),
  getWeek: () => ({ params: { kind: 'project' } }),
  listAlike: () => ({ params: { kind: 'project' }, query: { title: '装备产业园' } }),
  getRisks: () => ({ query: { by: 'residual' } }),
  getRiskScale: () => ({}),
  listWarnings: () => ({}),
  postWarning: async () => ({ body: await aWarning() }),
  putWarning: async () => ({ params: { id: randomUUID() }, body: await aWarning() }),
  listRates: () => ({}),
  putRate: () => ({ body: { currency: 'USD', on: '2026-01-01', rate: '7.1' } }),
  getBoundary: () => ({}),
  putBoundary: () => ({ file: boundaryFile }),
  deleteBoundary: async () => {
    for (const client of [clients.officer, clients.stranger]) await client!.ask('putBoundary', { file: boundaryFile })
    return {}
  },
  checkRequest: () => ({ body: aRequest() }),
  postRequest: () => ({ body: aRequest() }),
  getRequest: async () => ({ params: { id: (await clients.liaison.ask('postRequest', { body: aRequest() })).body.id } }),
  getAnswerTo: async () => ({ params: { id: await asked() }, query: { unit: water, due: today } }),
  postAnswerTo: async () => ({
    params: { id: await asked() },
    body: { unitId: water, dueOn: today, cells: [{ name: '渠道长度', value: '12' }], revision: 0 },
  }),
  getBurden: () => ({ query: { month: '2026-12' } }),
  getUnitBurden: () => ({ params: { id: water }, query: { month: '2026-12' } }),
  putBudget: () => ({ body: { unitId: null, from: '2026-12', minutes: ++made } }),
  getReportSheet: () => ({}),
  postReportSheet: () => ({ body: { remarks: [] } }),
  checkReports: () => ({ file: { name: '表.xlsx', bytes: '不是表' } }),
  postReports: async () => {
    const { id, version } = await item()
    const command = { command: 'report', percent: 20, words: '进场', fileIds: [], waitingFor: null }
    return { body: { lines: [{ itemId: id, version, command }] } }
  },
  listLinks: async () => ({ params: { id: (await item()).id } }),
  postLink: async () => ({ params: { id: (await item()).id }, body: { unitId: water, forName: '云上飞' } }),
  revokeLink: async () => {
    const ask = { params: { id: (await item()).id }, body: { unitId: water, forName: '云上飞' } }
    return { params: { id: (await clients.officer.ask('postLink', ask)).body.id } }
  },
  getAnswer: () => ({}),
  postAnswer: () => ({ body: { version: 1, command: { command: 'accept' } } }),
  postAnswerFile: () => ({ file: { name: '现场.txt', bytes: '照片说明' } }),
  postParts: async () => {
    const { id, version } = await item()
    const parts = [{ leadUnitId: water, title: '完成渠首段清淤' }]
    return { params: { id }, body: { version, command: { command: 'break-down', parts } } }
  },
  postProposal: async () => ({ params: { id: (await prescribed()).part }, body: { title: '办好护渠课堂' } }),
  answerProposal: async () => {
    const { part } = await prescribed()
    const { id } = (await clients.liaison.ask('postProposal', { params: { id: part }, body: { title: '办好护渠课堂' } })).body
    return { params: { id }, body: { version: 1, command: { command: 'adopt' } } }
  },
  getCoverage: async () => ({ params: { id: (await prescribed()).id } }),
  exportCoverage: async () => ({ params: { id: (await prescribed()).id } }),
  listRelays: () => ({}),
  receiveRelay: async () => {
    const { id, version: seen } = await anItem(db, upper.officer, { leadUnitId: upper.unit })
    const sent = {
      command: 'relay' as const,
      to: ['990124'],
      title: '完成渠首段清淤',
      dueOn: null,
      measure: null,
      weight: 1,
      allowLater: false,
    }
    ok(await act(db, upper.officer, { kind: 'parts', id, seen }, sent))
    const [row] = await asOwner<{ id: string }>(db, 'select id from relay where item_id = $1', [id])
    return { params: { id: row!.id } }
  },
  getConveyance: async () => ({ params: { id: await document() } }),
  putConveyance: async () => ({ params: { id: await document() }, body: { of: await document() } }),
  listTodo: () => ({}),
  listMessages: () => ({}),
  getUnread: () => ({}),
  readMessages: () => ({ body: { until: '2026-11-02T08:00:00.000Z' } }),
  getContact: () => ({}),
  putContact: () => ({ body: { quietFrom: 1200, quietUntil: 480, daysOff: true, digestDay: 2 } }),
  postAddress: () => ({ body: { address: 'someone@example.com' } }),
  confirmAddress: () => ({ body: { code: '000000' } }),
  deleteAddress: () => ({}),
  listChannels: () => ({}),
  postChannel: () => ({ body: robot() }),
  patchChannel: async () => ({ params: { id: await channel() }, body: { enabled: false } }),
  deleteChannel: async () => ({ params: { id: await channel() } }),
  testChannel: async () => ({ params: { id: await channel() } }),
  testMail: () => ({ body: { address: 'someone@example.com' } }),
  putMail: () => ({ params: { id: people.investment! }, body: { address: 'someone@example.com' } }),
  retryDelivery: () => ({ params: { id: randomUUID() } }),
  dropDelivery: () => ({ params: { id: randomUUID() } }),
  postFile: () => ({ file: { name: '现场.txt', bytes: '照片说明' } }),
  getFile: async () => ({ params: { id: await evidence() } }),
  getPicture: async () => ({ params: { id: await picture() } }),
  listSlips: () => ({}),
  exportSlips: () => ({}),
  listSuggestedSlips: () => ({}),
  getSlip: async () => ({ params: { id: await slip() } }),
  getSlipDocx: async () => ({ params: { id: await slip() } }),
  postSlipCommand: async () => ({ params: { id: await slip() }, body: { command: 'settle', words: '已整改' } }),
  previewSlip: async () => ({ params: { id: (await item()).id }, body: {} }),
  postSlip: async () => ({ params: { id: (await item()).id }, body: aSlip }),
  postUrges: async () => ({ body: { itemIds: [(await item()).id], words: '请抓紧' } }),
  listNotes: () => ({}),
  postNote: () => ({ body: aNote() }),
  readNote: async () => ({ params: { id: (await clients.officer.ask('postNote', { body: aNote() })).body.id }, body: {} }),
  listLeaders: () => ({}),
  listIndicators: () => ({}),
  postIndicator: () => ({ body: anIndicator() }),
  postIndicators: () => ({ body: { year: 2026, indicators: [{ ...anIndicator(), target: 27.2 }] } }),
  patchIndicator: async () => ({ params: { id: await indicator() }, body: { version: 1, aliases: ['清淤'] } }),
  postFrame: () => ({ body: { name: `七张牌${++made}` } }),
  patchFrame: async () => {
    const name = `六大行动${++made}`
    const { id } = (await clients.officer.ask('postFrame', { body: { name } })).body
    return { params: { id }, body: { name: `${name}新`, seen: name } }
  },
  listTargets: () => ({ query: { year: '2026' } }),
  putTarget: async () => ({ params: { id: await indicator() }, body: { ...aTarget, seen: 0 } }),
  rollTargets: async () => {
    rolled += 2
    const year = 2030 + rolled
    const body = { ...aTarget, year, seen: 0 }
    await clients.officer.ask('putTarget', { params: { id: await indicator() }, body })
    return { body: { from: year } }
  },
  listReadings: () => ({ query: { year: '2026', month: '5' } }),
  postReading: async () => ({ params: { id: await indicator() }, body: aReading }),
  postReadings: async () => ({ body: { readings: [{ ...aReading, indicatorId: await indicator() }] } }),
  getSeries: async () => ({ params: { id: await indicator() }, query: { unit: water, year: '2026' } }),
  getBoard: () => ({}),
  getBoardBelow: () => ({}),
  getSeriesBelow: () => ({ query: { place: '990124101', code: 'public-revenue', year: '2026' } }),
  getBenchmark: () => ({}),
  putBenchmark: async () => ({
    body: { population: 400_000, byHand: false, peerIds: [], version: (await clients.officer.ask('getBenchmark')).body.rule.version },
  }),
  listPeers: () => ({}),
  postPeer: () => ({ body: { name: `同类${++made}县`, population: 400_000 } }),
  patchPeer: async () => ({ params: { id: await aPeer() }, body: { version: 1, note: '邻县' } }),
  listPeerFigures: async () => ({ params: { id: await aPeer() }, query: { indicator: tax } }),
  postPeerFigure: async () => ({
    params: { id: await aPeer() },
    body: { indicatorId: tax, year: 2025, month: 12, value: 12.5, origin: '统计公报', seen: 0 },
  }),
  getPeerSheet: () => ({}),
  checkPeers: () => ({ file: peerFile() }),
  importPeers: () => ({ file: peerFile() }),
  listPeerImports: () => ({}),
  undoPeerImport: () => ({ params: { id: randomUUID() } }),
  getPeerImportFile: () => ({ params: { id: randomUUID() } }),
  offerPeers: async () => ({ params: { id: await visit() } }),
  takePeers: async () => ({ params: { id: await visit() }, body: { indices: [0] } }),
  getVisitPaper: async () => ({ params: { id: await journey() } }),
  takeVisit: async () => ({ params: { id: await journey() }, body: await whatToTake() }),
  undoVisit: async () => {
    const taken = await clients.officer.ask('takeVisit', { params: { id: await journey() }, body: await whatToTake() })
    return { params: { id: taken.body.id } }
  },
  adaptLesson: async () => ({
    params: { id: await lesson() },
    body: { version: 1, title: '建立标准地储备库', leadUnitId: water, dueOn: '2099-12-31' },
  }),
  listSchemes: () => ({}),
  postScheme: () => ({ body: aScheme() }),
  getScheme: async () => ({ params: { id: await scheme() } }),
  putScheme: async () => ({ params: { id: await scheme() }, body: { ...aScheme(), seen: 1 } }),
  getScores: async () => ({ params: { id: await scheme() } }),
  settleScores: async () => {
    const id = await scheme()
    // What is there already is refused, which does as well.
    await clients.officer.ask('postReading', { params: { id: tax }, body: { unitId: WHOLE, year: 2026, month: 1, value: 1, seen: 0 } })
    return { params: { id }, body: { month: 1, seen: 1 } }
  },
  exportScores: async () => ({ params: { id: await scheme() } }),
  getReadingsSheet: () => ({}),
  checkImport: () => ({ file: readingsFile }),
  postImport: () => ({ file: readingsFile, beside: { fixes: {}, mark: 'another' } }),
  listImports: () => ({}),
  undoImport: () => ({ params: { id: randomUUID() } }),
  getImportFile: () => ({ params: { id: randomUUID() } }),
  getKindSheet: () => ({ params: { kind: 'project' } }),
  checkKindSheet: () => ({ params: { kind: 'project' }, file: projectsFile }),
  postKindSheet: () => ({ params: { kind: 'project' }, file: projectsFile, beside: { fixes: {}, mark: 'another' } }),
  listKindSheets: () => ({ params: { kind: 'project' } }),
  undoKindSheet: () => ({ params: { kind: 'project', id: randomUUID() } }),
  getKindSheetFile: () => ({ params: { kind: 'project', id: randomUUID() } }),
  getOverview: () => ({}),
  listSheets: () => ({}),
  getSheetDraft: () => ({ query: { kind: 'half', year: '2026' } }),
  postSheet: () => ({ body: { kind: 'half', year: 2026, asOf: '2026-07-20', digest: '0'.repeat(64) } }),
  getSheet: () => ({ params: { id: water } }),
  getSheetDocx: () => ({ params: { id: water } }),
  withdrawSheet: () => ({ params: { id: water }, body: { words: '数据有误' } }),
  getCircular: () => ({}),
  getCircularDocx: () => ({}),
  getRules: () => ({}),
  putRules: async () => ({ body: { version: await rulesVersion(), rules: RULES } }),
  previewCalendar: () => ({ file: { name: '节假日.csv', bytes: '日期,类型\n2028-01-03,休\n' } }),
  putCalendar: async () => ({ body: { version: await rulesVersion(), days: [{ day: '2028-01-03', kind: 'off', name: '元旦' }] } }),
  exportUnits: () => ({}),
  listAudit: () => ({}),
  exportAudit: () => ({}),
  exportAuditCsv: () => ({}),
  getAuditChoices: () => ({}),
  verifyAudit: () => ({}),
}

const rulesVersion = async (): Promise<number> => ((await clients.officer.ask('getRules')).body as { version: number }).version

describe('every address answers every role as the table says', () => {
  test.each(Object.keys(ANSWERS) as RouteName[])('%s', { timeout: 60_000 }, async route => {
    const expected = ANSWERS[route].trim().split(/\s+/).map(Number)
    const answers: string[] = []
    for (const who of WHO) {
      const { status, body } = await clients[who].ask(route, await ASKS[route]())
      answers.push(`${who} ${status}${status >= 500 ? ` ${JSON.stringify(body)}` : ''}`)
      const { response }: RouteSpec = routes[route]
      // Exactly the contract: a column too many would be stripped by the schema, and the comparison would tell.
      if (status < 300 && 'parse' in response) expect(response.parse(body), `${route} by ${who}`).toEqual(body)
      if (status >= 400) expect(body, `${route} by ${who}`).toMatchObject({ status, code: expect.any(String), facts: expect.any(Object) })
    }
    expect(answers).toEqual(WHO.map((who, at) => `${who} ${expected[at]}`))
  })

  test('and every operation of openapi.json has its row', () => {
    const { paths } = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const operations = Object.values(paths).flatMap(path => Object.values(path).map(o => o.operationId))
    expect(operations.sort()).toEqual(Object.keys(ANSWERS).sort())
  })

  test('a session is over once it is signed out, and signing in again works', async () => {
    expect((await clients.officer.ask('getSession')).status).toBe(401)
    expect((await (await signIn(app, 'officer.q')).ask('getSession')).status).toBe(200)
  })
})
