// What each address takes and gives, who may call it, and its one-line summary. With paths.ts this is the whole API; OpenAPI is made from it.
import { z } from 'zod'
import type { Action } from '../access.ts'
import { DOCX, XLSX } from '../media.ts'
import * as account from './account.ts'
import * as benchmark from './benchmark.ts'
import * as boundary from './boundary.ts'
import * as burden from './burden.ts'
import * as campaign from './campaign.ts'
import * as cascade from './cascade.ts'
import * as command from './command.ts'
import * as conveyance from './conveyance.ts'
import * as correction from './correction.ts'
import * as document from './document.ts'
import * as indicator from './indicator.ts'
import * as item from './item.ts'
import * as jurisdiction from './jurisdiction.ts'
import * as kind from './kind.ts'
import * as kindsheet from './kindsheet.ts'
import * as link from './link.ts'
import * as message from './message.ts'
import * as note from './note.ts'
import * as overview from './overview.ts'
import type { RouteName } from './paths.ts'
import * as readingimport from './readingimport.ts'
import * as report from './report.ts'
import * as risk from './risk.ts'
import * as roster from './roster.ts'
import * as rules from './rules.ts'
import * as scheme from './scheme.ts'
import * as sheet from './sheet.ts'
import * as sheetimport from './sheetimport.ts'
import * as signin from './signin.ts'
import * as slip from './slip.ts'
import * as todo from './todo.ts'
import * as unit from './unit.ts'
import { Id, IdempotencyKey, JurisdictionId, Page } from './value.ts'
import * as visit from './visit.ts'

export interface RouteSpec {
  summary: string
  /** `public` needs no session, `session` any, `link` the token of an answer link; otherwise the permission of the access table. */
  access: Action | 'public' | 'session' | 'link'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The answer; a media type instead of a schema when it is a file. */
  response: z.ZodType | { media: string }
  /** 200 unless said. */
  status?: 200 | 201 | 204
  /** A write that must arrive once: header `Idempotency-Key` is required. */
  once?: true
  /** Asked by the page of itself: it does not count as the person's being there, so a session ends all the same. */
  unasked?: true
  /** Also takes multipart/form-data with one part `file`. */
  upload?: true
  /** What goes with the file, as JSON in a part `body` before it. */
  beside?: z.ZodType
}

const byId = z.object({ id: Id })
const done = z.object({ ok: z.literal(true) })

export const routes = {
  getHealth: {
    summary: 'Whether the server and its database answer',
    access: 'public',
    response: z.object({ ok: z.boolean(), version: z.string() }),
  },
  getSession: { summary: 'Who is signed in and what he may do', access: 'session', response: account.SessionView },
  signIn: { summary: 'Sign in; the session comes as a cookie', access: 'public', body: account.SignInBody, response: signin.SignInResult },
  signOut: { summary: 'End the session', access: 'session', response: done },
  changePassword: {
    summary: 'Change one’s own password; other sessions end',
    access: 'session',
    body: account.ChangePasswordBody,
    response: done,
  },
  secondStep: {
    summary: 'The second step of signing in: a code of the app, or a recovery code',
    access: 'public',
    body: signin.SecondStepBody,
    response: done,
  },
  startSso: { summary: 'Where to go to sign in with the single sign-on', access: 'public', response: signin.SsoStart },
  finishSso: {
    summary: 'Come back from the single sign-on',
    access: 'public',
    body: signin.SsoBackBody,
    response: signin.SsoBack,
  },
  getSignIn: { summary: 'One’s own sessions, second step and single sign-on', access: 'session', response: signin.SignInView },
  revokeSession: { summary: 'End one of one’s own sessions', access: 'session', params: signin.SessionParams, response: done },
  beginSecondStep: {
    summary: 'A fresh key and recovery codes for a second step; it holds once a code was confirmed',
    access: 'session',
    body: signin.PasswordBody,
    response: signin.SecondStepBegun,
  },
  confirmSecondStep: { summary: 'Confirm the first code', access: 'session', body: signin.SecondStepBody, response: done },
  endSecondStep: { summary: 'Do without the second step again', access: 'session', body: signin.PasswordBody, response: done },
  linkSso: { summary: 'Where to go to link one’s account with the single sign-on', access: 'session', response: signin.SsoStart },
  resetSecondStep: {
    summary: 'Take the second step from an account whose telephone is lost; its sessions end',
    access: 'appointment.write',
    params: byId,
    response: done,
  },
  getSetup: {
    summary: 'Whether the first administrators are still to be made, or those of an invited lower jurisdiction',
    access: 'public',
    query: account.SetupQuery,
    response: account.SetupState,
  },
  postSetup: {
    summary: 'Make the jurisdiction and its three administrators, once',
    access: 'public',
    body: account.SetupBody,
    response: done,
    status: 201,
  },

  listJurisdictions: {
    summary: 'The jurisdictions above and below one’s own',
    access: 'jurisdiction.read',
    response: jurisdiction.JurisdictionTree,
  },
  postInvitation: {
    summary: 'A one-time link by which a lower jurisdiction is set up; an earlier one to the same code ends',
    access: 'jurisdiction.write',
    body: jurisdiction.InvitationBody,
    response: jurisdiction.Invitation,
    status: 201,
  },
  deleteInvitation: {
    summary: 'Withdraw the link to a lower jurisdiction that is not set up yet',
    access: 'jurisdiction.write',
    params: z.object({ id: JurisdictionId }),
    response: done,
  },

  listUnits: { summary: 'The tree of units', access: 'unit.read', response: unit.UnitList },
  postUnit: { summary: 'Add a unit', access: 'unit.write', body: unit.UnitBody, response: unit.UnitView, status: 201 },
  patchUnit: { summary: 'Change a unit', access: 'unit.write', params: byId, body: unit.UnitPatch, response: unit.UnitView },

  listPosts: {
    summary: 'The posts of a unit, with who held them from when to when',
    access: 'unit.read',
    params: byId,
    response: unit.PostList,
  },

  listAccounts: { summary: 'All people, their accounts and posts', access: 'account.read', response: account.AccountList },
  postAccount: {
    summary: 'Add an account',
    access: 'account.write',
    body: account.AccountBody,
    response: account.AccountView,
    status: 201,
  },
  patchAccount: {
    summary: 'Rename, disable, or give a new password',
    access: 'account.write',
    params: byId,
    body: account.AccountPatch,
    response: account.AccountView,
  },
  getRosterSheet: {
    summary: 'The units or the people as a workbook, to be filled in and imported',
    access: 'account.write',
    params: roster.RosterKindParams,
    response: { media: XLSX },
  },
  checkRoster: {
    summary: 'What a sheet of units or people would change, line by line; changes nothing',
    access: 'account.write',
    response: roster.RosterView,
    upload: true,
  },
  postRoster: {
    summary: 'Import a sheet of units or people; first passwords are answered once',
    access: 'account.write',
    response: roster.RosterResult,
    status: 201,
    once: true,
    upload: true,
  },
  postHandover: {
    summary: 'Hand posts over from one person to another, with the roles that go with them',
    access: 'appointment.write',
    body: account.HandoverBody,
    response: account.AccountList,
  },
  postDecision: {
    summary: 'Give or refuse the roles of posts that were proposed',
    access: 'appointment.write',
    body: account.DecisionBody,
    response: account.AccountList,
  },
  putAppointments: {
    summary: 'Set the roles of an account',
    access: 'appointment.write',
    params: byId,
    body: account.AppointmentsBody,
    response: account.AccountView,
  },

  listDocuments: {
    summary: 'Documents, newest first',
    access: 'document.read',
    query: document.DocumentQuery,
    response: document.DocumentList,
  },
  postDocument: {
    summary: 'Take in a text or a file and read it',
    access: 'document.write',
    body: document.DocumentBody,
    response: document.DocumentView,
    status: 201,
    once: true,
    upload: true,
  },
  getDocument: {
    summary: 'A document with its reading and drafts',
    access: 'document.read',
    params: byId,
    response: document.DocumentView,
  },
  deleteDocument: {
    summary: 'Remove a document from which nothing was dispatched',
    access: 'document.write',
    params: byId,
    response: done,
  },
  getIntake: {
    summary: 'How far the taking in of a file has come, by the Idempotency-Key it was sent with',
    access: 'document.write',
    params: z.object({ key: IdempotencyKey }),
    response: document.IntakeProgress,
  },
  postCorrection: {
    summary: 'Correct, add or strike out an entry of the reading',
    access: 'document.write',
    params: byId,
    body: correction.CorrectionBody,
    response: document.DocumentView,
    status: 201,
    once: true,
  },
  getGold: {
    summary: 'The corrected reading with its text, to measure the reader by',
    access: 'document.write',
    params: byId,
    response: document.GoldView,
  },
  patchDraft: {
    summary: 'Correct the draft of one directive',
    access: 'document.write',
    params: z.object({ id: Id, index: z.coerce.number().int().min(0) }),
    body: document.DraftPatch,
    response: document.DraftView,
  },
  dispatchDocument: {
    summary: 'Register and dispatch the chosen drafts',
    access: 'item.dispatch',
    params: byId,
    body: document.DispatchBody,
    response: document.DispatchResult,
    status: 201,
    once: true,
  },

  listItems: { summary: 'The ledger', access: 'item.read', query: item.ItemQuery, response: item.ItemList },
  exportItems: {
    summary: 'The ledger as a workbook, with the same filters',
    access: 'item.read',
    query: item.ItemQuery,
    response: { media: XLSX },
  },
  postItem: {
    summary: 'Register an item that has no document',
    access: 'item.register',
    body: item.ItemBody,
    response: item.ItemView,
    status: 201,
    once: true,
  },
  getItem: { summary: 'An item with its timeline and what may be done to it', access: 'item.read', params: byId, response: item.ItemView },
  postCommand: {
    summary: 'Do one thing to an item',
    access: 'item.read',
    params: byId,
    body: command.CommandBody,
    response: item.ItemView,
    once: true,
  },
  postParts: {
    summary: 'Break an item down, prescribe actions to units, relay it below, weigh, add or take out its parts',
    access: 'item.break-down',
    params: byId,
    body: cascade.PartsBody,
    response: item.ItemView,
    once: true,
  },
  postProposal: {
    summary: 'Propose a self-chosen action beside the prescribed one that the item carries out',
    access: 'item.propose',
    params: byId,
    body: cascade.ProposalBody,
    response: item.ItemView,
    status: 201,
    once: true,
  },
  answerProposal: {
    summary: 'Take in or decline what a unit proposed',
    access: 'item.break-down',
    params: byId,
    body: cascade.ProposalAnswer,
    response: item.ItemView,
    once: true,
  },
  getCoverage: { summary: 'Which unit did which prescribed action', access: 'item.read', params: byId, response: cascade.CoverageView },
  exportCoverage: {
    summary: 'The coverage of prescribed actions as a workbook',
    access: 'item.read',
    params: byId,
    response: { media: XLSX },
  },
  listRelays: { summary: 'What upper jurisdictions relayed to this one', access: 'relay.receive', response: cascade.RelayList },
  receiveRelay: {
    summary: 'Take in what was relayed, as a document',
    access: 'relay.receive',
    params: byId,
    response: document.DocumentView,
    status: 201,
    once: true,
  },
  getConveyance: {
    summary: 'What a document conveys, and the comparison with it',
    access: 'document.write',
    params: byId,
    response: conveyance.ConveyanceView,
  },
  putConveyance: {
    summary: 'Say which document a document conveys',
    access: 'document.write',
    params: byId,
    body: conveyance.ConveyanceBody,
    response: conveyance.ConveyanceView,
  },
  listKind: {
    summary: 'Items of a kind with their facts, by stage and by the filters of the ledger',
    access: 'item.read',
    params: kind.KindParams,
    query: kind.KindQuery,
    response: kind.KindList,
  },
  searchLedgers: {
    summary: 'Items of the other kinds than matters in which the words stand, the newest of each kind first',
    access: 'item.read',
    query: item.SearchQuery,
    response: item.FoundList,
  },
  getStages: {
    summary: 'The stages of a kind: how many items, what they sum up to by currency and in yuan, and the newest of each',
    access: 'item.read',
    params: kind.KindParams,
    response: kind.StagesView,
  },
  getOutlook: {
    summary: 'What came of the entries of a ledger by the year of signing and by visit, and what the year will bring',
    access: 'item.read',
    params: kind.KindParams,
    response: kind.OutlookView,
  },
  getWeek: {
    summary: 'What moved in a ledger of late, what is stuck and what is due',
    access: 'item.read',
    params: kind.KindParams,
    query: kind.WeekQuery,
    response: kind.WeekView,
  },
  listAlike: {
    summary: 'Entries of a ledger that are like one that is being entered, with the reason',
    access: 'item.register',
    params: kind.KindParams,
    query: kind.AlikeQuery,
    response: kind.AlikeList,
  },
  getRisks: {
    summary: 'The register of risks by likelihood and impact, the gravest, what is to be reviewed, and what changed',
    access: 'item.read',
    query: risk.RiskQuery,
    response: risk.RiskView,
  },
  getRiskScale: { summary: 'The scale of likelihood and impact', access: 'item.read', response: rules.RiskScaleShape },
  listWarnings: { summary: 'The rules of early warning, and what each watches', access: 'warning.read', response: risk.WarningList },
  postWarning: {
    summary: 'Set a rule of early warning',
    access: 'warning.write',
    body: risk.WarningBody,
    response: risk.WarningList,
    once: true,
  },
  putWarning: {
    summary: 'Change a rule of early warning, or stop it',
    access: 'warning.write',
    params: byId,
    body: risk.WarningBody,
    response: risk.WarningList,
  },
  listRates: { summary: 'Rates of exchange, newest first', access: 'item.read', response: kind.RateList },
  putRate: {
    summary: 'Set the rate of a currency from a day on',
    access: 'rate.write',
    body: kind.RateBody,
    response: kind.RateList,
  },
  getBoundary: {
    summary: 'The shapes of the townships with the projects that stand in each, and those that stand in none',
    access: 'item.read',
    response: boundary.BoundaryView,
  },
  putBoundary: {
    summary: 'Load a boundary file (GeoJSON) in place of the one before',
    access: 'boundary.write',
    response: boundary.BoundaryView,
    upload: true,
  },
  deleteBoundary: { summary: 'Take the boundary file away', access: 'boundary.write', response: done },

  checkRequest: {
    summary: 'What a request will cost, which of its figures are held, which other asks the same, and what rule it breaks',
    access: 'request.draft',
    body: burden.CheckBody,
    response: burden.RequestCheck,
  },
  postRequest: {
    summary: 'Register a request for a report or figures before it goes out',
    access: 'request.draft',
    body: burden.RequestBody,
    response: item.ItemView,
    status: 201,
    once: true,
  },
  getRequest: {
    summary: 'A request with its form, its cost, what it repeats, and who has answered',
    access: 'request.read',
    params: byId,
    response: burden.RequestView,
  },
  getAnswerTo: {
    summary: 'The sheet on which a unit answers a request, with what is held of it already',
    access: 'request.read',
    params: byId,
    query: burden.AnswerQuery,
    response: burden.AnswerView,
  },
  postAnswerTo: {
    summary: 'Answer a request; a figure that the unit is the source of becomes a reading',
    access: 'request.answer',
    params: byId,
    body: burden.AnswerToBody,
    response: burden.AnswerView,
    status: 201,
    once: true,
  },
  getBurden: {
    summary: 'What units are asked by month, the register of requests, and what the program itself asks',
    access: 'request.read',
    query: burden.BurdenQuery,
    response: burden.BurdenView,
  },
  getUnitBurden: {
    summary: 'What one unit is asked: its month by sender, twelve months, what was merged or dropped',
    access: 'request.read',
    params: byId,
    query: burden.BurdenQuery,
    response: burden.UnitBurdenView,
  },
  putBudget: {
    summary: 'How many minutes a unit may be asked in a month, from a month on',
    access: 'budget.write',
    body: burden.BudgetBody,
    response: done,
  },
  listTodo: { summary: 'What waits for the person, by what is due', access: 'item.read', response: todo.TodoList },

  listLinks: { summary: 'The answer links of an item', access: 'link.write', params: byId, response: link.LinkList },
  postLink: {
    summary: 'Make a link by which a unit without accounts answers for one item',
    access: 'link.write',
    params: byId,
    body: link.LinkBody,
    response: link.LinkMade,
    status: 201,
  },
  revokeLink: { summary: 'Make an answer link worth nothing', access: 'link.write', params: byId, response: done },
  getAnswer: { summary: 'The one item of an answer link', access: 'link', response: link.AnswerView },
  postAnswer: {
    summary: 'Accept or report by an answer link',
    access: 'link',
    body: link.AnswerBody,
    response: link.AnswerView,
    once: true,
  },
  postAnswerFile: {
    summary: 'Put in a picture or document by an answer link',
    access: 'link',
    response: item.FileView,
    status: 201,
    upload: true,
  },

  getReportSheet: {
    summary: 'A pre-filled workbook of all items that wait for a report',
    access: 'item.report',
    response: { media: XLSX },
  },
  postReportSheet: {
    summary: 'The same workbook with what was written before and remarks on it',
    access: 'item.report',
    body: report.RemarkBody,
    response: { media: XLSX },
  },
  checkReports: {
    summary: 'What a filled-in workbook would change, line by line; nothing is written',
    access: 'item.report',
    response: report.ReportCheck,
    upload: true,
  },
  postReports: {
    summary: 'Carry out checked lines, each as a report of its own',
    access: 'item.report',
    body: report.ReportLines,
    response: report.ReportResults,
    once: true,
  },

  postFile: {
    summary: 'Put in a picture or document as evidence',
    access: 'item.read',
    response: item.FileView,
    status: 201,
    upload: true,
  },
  getFile: { summary: 'The bytes of a file', access: 'item.read', params: byId, response: { media: 'application/octet-stream' } },

  getBenchmark: {
    summary: 'One’s own place among its peers in one indicator, with gaps, exemplars and ranks over time',
    access: 'benchmark.read',
    query: benchmark.BenchmarkQuery,
    response: benchmark.BenchmarkView,
  },
  putBenchmark: {
    summary: 'Say by what rule peers are chosen',
    access: 'benchmark.write',
    body: benchmark.BenchmarkRuleBody,
    response: benchmark.BenchmarkRuleBody,
  },
  listPeers: { summary: 'Places to be measured against', access: 'benchmark.read', response: benchmark.PeerList },
  postPeer: {
    summary: 'Add a place to be measured against',
    access: 'benchmark.write',
    body: benchmark.PeerBody,
    response: benchmark.PeerView,
    status: 201,
  },
  patchPeer: {
    summary: 'Change a peer or set it aside; its figures stay',
    access: 'benchmark.write',
    params: byId,
    body: benchmark.PeerPatch,
    response: benchmark.PeerView,
  },
  listPeerFigures: {
    summary: 'Every figure of a peer in one indicator, with its revisions',
    access: 'benchmark.read',
    params: byId,
    query: benchmark.PeerFigureQuery,
    response: benchmark.PeerFigureList,
  },
  postPeerFigure: {
    summary: 'Tell a figure of a peer, revise it, or take it back',
    access: 'benchmark.write',
    params: byId,
    body: benchmark.PeerFigureBody,
    response: benchmark.PeerFigureList,
    status: 201,
  },
  getPeerSheet: {
    summary: 'A workbook to be filled in with the figures of peers and imported',
    access: 'benchmark.write',
    response: { media: XLSX },
  },
  checkPeers: {
    summary: 'What a sheet of peers’ figures would change, figure by figure; nothing is written',
    access: 'benchmark.write',
    response: benchmark.PeerCheckView,
    upload: true,
  },
  importPeers: {
    summary: 'Import a sheet of peers’ figures',
    access: 'benchmark.write',
    response: benchmark.PeersTaken,
    status: 201,
    once: true,
    upload: true,
  },
  listPeerImports: {
    summary: 'Figures of peers that came in together, newest first',
    access: 'benchmark.write',
    response: sheetimport.ImportList,
  },
  undoPeerImport: {
    summary: 'Take them back as one step; refused when a later revision stands on one',
    access: 'benchmark.write',
    params: byId,
    response: sheetimport.ImportView,
  },
  getPeerImportFile: {
    summary: 'The workbook that they came in',
    access: 'benchmark.write',
    params: byId,
    response: { media: 'application/octet-stream' },
  },
  offerPeers: {
    summary: 'Figures of other places that a document tells; nothing is written',
    access: 'benchmark.write',
    params: byId,
    response: benchmark.PeerOffers,
  },
  takePeers: {
    summary: 'Take figures of other places in from a document, with its sentence as their source',
    access: 'benchmark.write',
    params: byId,
    body: benchmark.TakeOffersBody,
    response: benchmark.PeersTaken,
    status: 201,
    once: true,
  },
  getVisitPaper: {
    summary: 'The visits to other places that a document tells of, as leads, cases, lessons and figures; nothing is written',
    access: 'document.read',
    params: byId,
    response: visit.VisitPaper,
  },
  takeVisit: {
    summary: 'Register a visit with its leads, lessons and figures from a document, all or none of it',
    access: 'item.register',
    params: byId,
    body: visit.TakeVisitBody,
    response: visit.VisitTaken,
    status: 201,
    once: true,
  },
  undoVisit: {
    summary: 'Take back what was registered with a visit from a document, while nobody has worked on it',
    access: 'item.archive',
    params: byId,
    response: z.object({ items: z.int() }),
    once: true,
  },
  adaptLesson: {
    summary: 'Turn a lesson into an action with an owner and a deadline; the lesson is then looked at after 30 and 100 days',
    access: 'item.dispatch',
    params: byId,
    body: visit.AdaptBody,
    response: visit.Adapted,
    status: 201,
    once: true,
  },

  listSchemes: { summary: 'Assessment schemes with their weights and what is flagged', access: 'scheme.read', response: scheme.SchemeList },
  postScheme: {
    summary: 'Add an assessment scheme',
    access: 'scheme.write',
    body: scheme.SchemeBody,
    response: scheme.SchemeView,
    status: 201,
    once: true,
  },
  getScheme: {
    summary: 'A scheme in one of its versions, with what the rules forbid in it',
    access: 'scheme.read',
    params: byId,
    query: scheme.SchemeQuery,
    response: scheme.SchemeView,
  },
  putScheme: {
    summary: 'Save a scheme as a new version; the ones before stay',
    access: 'scheme.write',
    params: byId,
    body: scheme.SchemeBody,
    response: scheme.SchemeView,
  },
  getScores: {
    summary: 'The scores of units by a scheme, each with its figures; flagged items are not counted',
    access: 'scheme.read',
    params: byId,
    query: scheme.ScoresQuery,
    response: scheme.SchemeScores,
  },
  settleScores: {
    summary: 'Settle the scores of a month: kept as they are, whatever comes in later',
    access: 'scheme.write',
    params: byId,
    body: scheme.SettleBody,
    response: scheme.Settled,
    status: 201,
    once: true,
  },
  exportScores: {
    summary: 'The scores as a workbook, each explained in a sentence',
    access: 'scheme.read',
    params: byId,
    query: scheme.ScoresQuery,
    response: { media: XLSX },
  },

  listMessages: { summary: 'What the person was told, newest first', access: 'item.read', query: Page, response: message.MessageList },
  getUnread: { summary: 'How many messages are new', access: 'item.read', response: message.Unread, unasked: true },
  readMessages: { summary: 'These messages are no longer new', access: 'item.read', body: message.ReadBody, response: message.Unread },
  getContact: { summary: 'How one is reached by mail, and when not', access: 'session', response: message.ContactView },
  putContact: {
    summary: 'Set one’s quiet hours and the day of the digest',
    access: 'session',
    body: message.Reach,
    response: message.ContactView,
  },
  postAddress: {
    summary: 'Have a code sent to a mail address of one’s own',
    access: 'session',
    body: message.AddressBody,
    response: message.ContactView,
  },
  confirmAddress: { summary: 'Give the code back', access: 'session', body: message.CodeBody, response: message.ContactView },
  deleteAddress: { summary: 'Get no more mail', access: 'session', response: message.ContactView },
  listChannels: { summary: 'Mail, robots, and what could not be delivered', access: 'channel.write', response: message.ChannelList },
  postChannel: {
    summary: 'Add the robot of a group',
    access: 'channel.write',
    body: message.ChannelBody,
    response: message.ChannelView,
    status: 201,
  },
  patchChannel: {
    summary: 'Change a robot',
    access: 'channel.write',
    params: byId,
    body: message.ChannelPatch,
    response: message.ChannelView,
  },
  deleteChannel: { summary: 'Remove a robot and what waits for it', access: 'channel.write', params: byId, response: done },
  testChannel: { summary: 'Send a test message to a robot', access: 'channel.write', params: byId, response: message.TestResult },
  testMail: { summary: 'Send a test mail', access: 'channel.write', body: message.AddressBody, response: message.TestResult },
  putMail: {
    summary: 'Set or remove a person’s mail address',
    access: 'account.write',
    params: byId,
    body: message.MailBody,
    response: done,
  },
  retryDelivery: { summary: 'Try again what was given up', access: 'channel.write', params: byId, response: done },
  dropDelivery: { summary: 'Let go what was given up', access: 'channel.write', params: byId, response: done },
  getPicture: {
    summary: 'A picture of evidence, to be shown in the page',
    access: 'item.read',
    params: byId,
    response: { media: 'image/*' },
  },

  listSlips: { summary: 'Slips, newest first', access: 'slip.read', query: slip.SlipQuery, response: slip.SlipList },
  exportSlips: {
    summary: 'Slips as a workbook, with the same filters',
    access: 'slip.read',
    query: slip.SlipQuery,
    response: { media: XLSX },
  },
  listSuggestedSlips: {
    summary: 'Items for which the rules suggest a slip today',
    access: 'slip.issue',
    query: slip.SuggestedQuery,
    response: slip.SuggestedList,
  },
  getSlip: { summary: 'A slip with its page', access: 'slip.read', params: byId, response: slip.SlipPage },
  getSlipDocx: { summary: 'A slip in the form of GB/T 9704', access: 'slip.read', params: byId, response: { media: DOCX } },
  postSlipCommand: {
    summary: 'Settle a slip or take it back, with the reason',
    access: 'slip.issue',
    params: byId,
    body: slip.SlipCommandBody,
    response: slip.SlipPage,
  },
  previewSlip: {
    summary: 'A slip as it would go out; nothing is kept',
    access: 'slip.issue',
    params: byId,
    body: slip.SlipDraftBody,
    response: slip.SlipPreview,
  },
  postSlip: {
    summary: 'Issue a slip with the next number of its colour and year',
    access: 'slip.issue',
    params: byId,
    body: slip.SlipBody,
    response: slip.SlipPage,
    status: 201,
    once: true,
  },
  postUrges: {
    summary: 'Urge many items; those that cannot be urged now are named',
    access: 'item.urge',
    body: slip.UrgesBody,
    response: slip.UrgesResult,
    once: true,
  },

  listNotes: {
    summary: 'Leaders’ notes with what became of them; a leader sees his own',
    access: 'note.read',
    query: note.NoteQuery,
    response: note.NoteList,
  },
  postNote: {
    summary: 'Write a leader’s note on a page',
    access: 'note.write',
    body: note.NoteBody,
    response: note.NoteView,
    status: 201,
    once: true,
  },
  readNote: {
    summary: 'Mark a note as one that asks for nothing',
    access: 'item.dispatch',
    params: byId,
    body: note.NoteReadBody,
    response: note.NoteView,
  },
  listLeaders: { summary: 'Leaders for whom an officer may record a note', access: 'note.write', response: note.LeaderList },

  listIndicators: {
    summary: 'Indicators and the frames they hang from',
    access: 'indicator.read',
    query: indicator.IndicatorQuery,
    response: indicator.IndicatorList,
  },
  postIndicator: {
    summary: 'Add an indicator',
    access: 'indicator.write',
    body: indicator.IndicatorBody,
    response: indicator.IndicatorView,
    status: 201,
    once: true,
  },
  postIndicators: {
    summary: 'Add many indicators with their targets of a year: all of them or none',
    access: 'indicator.write',
    body: indicator.IndicatorsBody,
    response: indicator.IndicatorsMade,
    status: 201,
    once: true,
  },
  patchIndicator: {
    summary: 'Change or retire an indicator; what gives its readings their meaning stays',
    access: 'indicator.write',
    params: byId,
    body: indicator.IndicatorPatch,
    response: indicator.IndicatorView,
  },
  postFrame: {
    summary: 'Add a frame that indicators hang from',
    access: 'indicator.write',
    body: indicator.FrameBody,
    response: indicator.FrameView,
    status: 201,
  },
  patchFrame: {
    summary: 'Rename a frame, hang it elsewhere, remove it or bring it back; what hangs from it stays',
    access: 'indicator.write',
    params: byId,
    body: indicator.FramePatch,
    response: indicator.FrameView,
  },
  listTargets: {
    summary: 'Targets and commitments of a year that hold',
    access: 'indicator.read',
    query: indicator.TargetsQuery,
    response: indicator.TargetList,
  },
  putTarget: {
    summary: 'Set, revise or take back the target or the commitment of a unit; earlier ones are kept',
    access: 'indicator.write',
    params: byId,
    body: indicator.TargetBody,
    response: indicator.TargetView,
  },
  rollTargets: {
    summary: 'Set next year’s targets from a year’s; nothing that stands is overwritten',
    access: 'indicator.write',
    body: indicator.RollBody,
    response: indicator.Written,
    once: true,
  },
  listReadings: {
    summary: 'Readings that hold, with the revision of each',
    access: 'indicator.read',
    query: indicator.ReadingsQuery,
    response: indicator.ReadingList,
  },
  postReading: {
    summary: 'Report or revise one month’s figure; the board follows at once',
    access: 'reading.write',
    params: byId,
    body: indicator.ReadingBody,
    response: indicator.ReadingView,
    once: true,
  },
  postReadings: {
    summary: 'Report or revise figures, all of them or none',
    access: 'reading.write',
    body: indicator.ReadingsBody,
    response: indicator.Written,
    once: true,
  },
  getSeries: {
    summary: 'All that one cell of the board stands on',
    access: 'indicator.read',
    params: byId,
    query: indicator.SeriesQuery,
    response: indicator.SeriesView,
  },
  getBoard: {
    summary: 'Units by indicators for a month, now or as it was known on a day',
    access: 'indicator.read',
    query: indicator.BoardQuery,
    response: indicator.Board,
  },
  getBoardBelow: {
    summary: 'The jurisdictions below, each with its own figures of the whole',
    access: 'indicator.read',
    query: indicator.BelowQuery,
    response: indicator.BoardBelow,
  },
  getSeriesBelow: {
    summary: 'The year of one figure of the whole of a jurisdiction below',
    access: 'indicator.read',
    query: indicator.BelowSeriesQuery,
    response: indicator.BelowSeries,
  },
  getReadingsSheet: {
    summary: 'A workbook with a year’s figures, to be filled in and imported',
    access: 'reading.write',
    query: readingimport.ReadingsSheetQuery,
    response: { media: XLSX },
  },
  checkImport: {
    summary: 'How a workbook of readings is read and what it would change, figure by figure; changes nothing',
    access: 'reading.write',
    beside: readingimport.CheckBody,
    response: readingimport.ReadingsPreview,
    upload: true,
  },
  postImport: {
    summary: 'Import a workbook of readings, all of it or nothing',
    access: 'reading.write',
    beside: readingimport.ImportBody,
    response: readingimport.ImportResult,
    status: 201,
    once: true,
    upload: true,
  },
  listImports: { summary: 'Imports of readings, newest first', access: 'indicator.read', response: sheetimport.ImportList },
  undoImport: {
    summary: 'Take an import back as one step; refused when a later revision stands on it',
    access: 'reading.write',
    params: byId,
    response: sheetimport.ImportView,
  },
  getImportFile: {
    summary: 'The workbook that readings came from',
    access: 'indicator.read',
    params: byId,
    response: { media: 'application/octet-stream' },
  },
  getKindSheet: {
    summary: 'The ledger of a kind as .xlsx, in the standard columns or in those of an imported sheet',
    access: 'item.read',
    params: kindsheet.SheetParams,
    query: kindsheet.SheetOutQuery,
    response: { media: XLSX },
  },
  checkKindSheet: {
    summary: 'How a sheet of a ledger is read and what it would make and change, row by row; changes nothing',
    access: 'item.register',
    params: kindsheet.SheetParams,
    beside: kindsheet.SheetCheckBody,
    response: kindsheet.SheetPreview,
    upload: true,
  },
  postKindSheet: {
    summary: 'Import a sheet of a ledger, all of it or nothing',
    access: 'item.register',
    params: kindsheet.SheetParams,
    beside: kindsheet.SheetImportBody,
    response: kindsheet.SheetImportResult,
    status: 201,
    once: true,
    upload: true,
  },
  listKindSheets: {
    summary: 'Sheets that a ledger came from, newest first',
    access: 'item.register',
    params: kindsheet.SheetParams,
    response: sheetimport.ImportList,
  },
  undoKindSheet: {
    summary: 'Take an import of a ledger back as one step, while nobody has worked on any of it',
    access: 'item.register',
    params: kindsheet.SheetImportParams,
    response: sheetimport.ImportView,
  },
  getKindSheetFile: {
    summary: 'The workbook that a ledger came from',
    access: 'item.register',
    params: kindsheet.SheetImportParams,
    response: { media: 'application/octet-stream' },
  },

  getOverview: { summary: 'Units by lights, states, what is due and what is stuck', access: 'overview.read', response: overview.Overview },
  getCampaign: {
    summary: 'A campaign or programme beside its clock: burn-up, members, indicators, what happened',
    access: 'item.read',
    params: byId,
    response: campaign.CampaignView,
  },
  endCampaign: {
    summary: 'End a campaign or programme: its open members are handed on or stay with their units, its report is kept',
    access: 'campaign.end',
    params: byId,
    body: campaign.EndBody,
    response: campaign.CampaignView,
  },
  getEndReport: {
    summary: 'What was and was not done when it ended, as it was reported',
    access: 'campaign.report',
    params: byId,
    response: campaign.EndReportView,
  },
  getEndReportDocx: {
    summary: 'The Word file of that report, as it was kept',
    access: 'campaign.report',
    params: byId,
    response: { media: DOCX },
  },

  listSheets: { summary: 'Answer sheets that were issued', access: 'sheet.read', response: sheet.SheetList },
  getSheetDraft: {
    summary: 'The answer sheet of a half-year or a year as it would be issued now',
    access: 'sheet.read',
    query: sheet.SheetQuery,
    response: sheet.SheetDraft,
  },
  postSheet: {
    summary: 'Issue an answer sheet; the same facts give the same sheet',
    access: 'sheet.issue',
    body: sheet.SheetBody,
    response: sheet.SheetView,
    status: 201,
  },
  getSheet: { summary: 'An answer sheet as it was issued', access: 'sheet.read', params: byId, response: sheet.SheetView },
  getSheetDocx: {
    summary: 'The Word file of an answer sheet, as it was issued',
    access: 'sheet.read',
    params: byId,
    response: { media: DOCX },
  },
  withdrawSheet: {
    summary: 'Withdraw an answer sheet with a reason; it stays, and says so',
    access: 'sheet.issue',
    params: byId,
    body: sheet.SheetWithdrawBody,
    response: sheet.SheetView,
  },
  getCircular: {
    summary: 'The supervision circular as blocks',
    access: 'circular.write',
    query: overview.CircularQuery,
    response: overview.CircularView,
  },
  getCircularDocx: {
    summary: 'The supervision circular in the form of GB/T 9704',
    access: 'circular.write',
    query: overview.CircularQuery,
    response: { media: DOCX },
  },

  getRules: {
    summary: 'What lights, clocks and re-checks go by, and the calendar of working days',
    access: 'rules.read',
    response: rules.RulesView,
  },
  putRules: { summary: 'Change the rules; all lights follow', access: 'rules.write', body: rules.RulesBody, response: rules.Relit },
  previewCalendar: {
    summary: 'Check a file of holidays line by line and say what loading it would change',
    access: 'calendar.write',
    response: rules.CalendarPreview,
    upload: true,
  },
  putCalendar: {
    summary: 'Load public holidays and made-up working days; each year given is replaced, and all lights follow',
    access: 'calendar.write',
    body: rules.CalendarBody,
    response: rules.Relit,
  },
  exportUnits: {
    summary: 'The units with their lights, closing rate and on-time rate as a workbook',
    access: 'overview.read',
    response: { media: XLSX },
  },

  listAudit: { summary: 'The audit log', access: 'audit.read', query: overview.AuditQuery, response: overview.AuditList },
  exportAudit: {
    summary: 'The audit log as a workbook, with the same filters',
    access: 'audit.read',
    query: overview.AuditFilter,
    response: { media: XLSX },
  },
  exportAuditCsv: {
    summary: 'The audit log as comma-separated values, with the same filters',
    access: 'audit.read',
    query: overview.AuditFilter,
    response: { media: 'text/csv; charset=utf-8' },
  },
  getAuditChoices: { summary: 'Who acted and what was done, to filter by', access: 'audit.read', response: overview.AuditChoices },
  verifyAudit: { summary: 'Whether the chain of the audit log is whole', access: 'audit.read', response: overview.AuditProof },
} as const satisfies Record<RouteName, RouteSpec>

export type Routes = typeof routes
