// Every address of the API, in one place: the server mounts them, the web calls them, OpenAPI is made from them. No schemas here, so the web stays light.
export const paths = {
  getHealth: ['GET', '/api/health'],
  getSession: ['GET', '/api/session'],
  signIn: ['POST', '/api/auth/sign-in/username'],
  signOut: ['POST', '/api/auth/sign-out'],
  changePassword: ['POST', '/api/auth/change-password'],
  getSetup: ['GET', '/api/setup'],
  postSetup: ['POST', '/api/setup'],

  listJurisdictions: ['GET', '/api/jurisdictions'],
  postInvitation: ['POST', '/api/jurisdictions/invitations'],
  deleteInvitation: ['DELETE', '/api/jurisdictions/invitations/:id'],

  listUnits: ['GET', '/api/units'],
  postUnit: ['POST', '/api/units'],
  patchUnit: ['PATCH', '/api/units/:id'],

  listAccounts: ['GET', '/api/accounts'],
  postAccount: ['POST', '/api/accounts'],
  patchAccount: ['PATCH', '/api/accounts/:id'],
  putAppointments: ['PUT', '/api/accounts/:id/appointments'],

  listDocuments: ['GET', '/api/documents'],
  postDocument: ['POST', '/api/documents'],
  getDocument: ['GET', '/api/documents/:id'],
  deleteDocument: ['DELETE', '/api/documents/:id'],
  getIntake: ['GET', '/api/intakes/:key'],
  postCorrection: ['POST', '/api/documents/:id/corrections'],
  getGold: ['GET', '/api/documents/:id/gold'],
  patchDraft: ['PATCH', '/api/documents/:id/drafts/:index'],
  dispatchDocument: ['POST', '/api/documents/:id/dispatch'],

  listItems: ['GET', '/api/items'],
  exportItems: ['GET', '/api/items.xlsx'],
  postItem: ['POST', '/api/items'],
  getItem: ['GET', '/api/items/:id'],
  postCommand: ['POST', '/api/items/:id/commands'],
  listTodo: ['GET', '/api/todo'],

  listLinks: ['GET', '/api/items/:id/links'],
  postLink: ['POST', '/api/items/:id/links'],
  revokeLink: ['POST', '/api/links/:id/revoke'],
  getAnswer: ['GET', '/api/answer'],
  postAnswer: ['POST', '/api/answer'],
  postAnswerFile: ['POST', '/api/answer/files'],

  getReportSheet: ['GET', '/api/report-sheet.xlsx'],
  postReportSheet: ['POST', '/api/report-sheet.xlsx'],
  checkReports: ['POST', '/api/report-sheet/check'],
  postReports: ['POST', '/api/reports'],

  postFile: ['POST', '/api/files'],
  getFile: ['GET', '/api/files/:id'],

  listMessages: ['GET', '/api/messages'],
  getUnread: ['GET', '/api/messages/unread'],
  readMessages: ['POST', '/api/messages/read'],
  getContact: ['GET', '/api/me/contact'],
  putContact: ['PUT', '/api/me/contact'],
  postAddress: ['POST', '/api/me/address'],
  confirmAddress: ['POST', '/api/me/address/confirm'],
  deleteAddress: ['DELETE', '/api/me/address'],
  listChannels: ['GET', '/api/channels'],
  postChannel: ['POST', '/api/channels'],
  patchChannel: ['PATCH', '/api/channels/:id'],
  deleteChannel: ['DELETE', '/api/channels/:id'],
  testChannel: ['POST', '/api/channels/:id/test'],
  testMail: ['POST', '/api/channels/mail/test'],
  putMail: ['PUT', '/api/accounts/:id/mail'],
  retryDelivery: ['POST', '/api/deliveries/:id/retry'],
  dropDelivery: ['DELETE', '/api/deliveries/:id'],

  getOverview: ['GET', '/api/overview'],
  getCircular: ['GET', '/api/circular'],
  getCircularDocx: ['GET', '/api/circular.docx'],

  listAudit: ['GET', '/api/audit'],
  verifyAudit: ['GET', '/api/audit/verify'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', string]>

export type RouteName = keyof typeof paths
