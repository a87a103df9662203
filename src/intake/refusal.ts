// What intake refuses and how it says so: a code from a closed list and its facts, worded for people in `web/words`.

export const INTAKE_CODES = [
  'empty', // no bytes, or nothing but white space
  'binary', // no kind of document known here
  'too-large', // facts { limit, is, of: 'bytes' | 'characters' | 'memory' | 'pixels' | 'cells' }
  'too-many-pages', // facts { limit, is }
  'encrypted', // a password is needed
  'damaged', // the kind is known, its inside cannot be read: facts { kind }
  'zip-bomb', // unpacks to more than allowed: facts { limit, is }
  'unsupported-type', // facts { found: 'doc' | 'xls' | 'ofd' | … }: save as .docx, .xlsx or .pdf
  'classified', // marked 秘密, 机密 or 绝密: facts { level }
  'no-text', // a document without any text, not even in pictures
  'encoding-unknown', // text in no known encoding
  'timed-out', // facts { seconds }
  'cancelled',
] as const
export type IntakeCode = (typeof INTAKE_CODES)[number]

export interface IntakeRefusal {
  code: IntakeCode
  facts: Record<string, string | number>
}

export const refuseIntake = (code: IntakeCode, facts: IntakeRefusal['facts'] = {}): IntakeRefusal => ({ code, facts })

export const isIntakeRefusal = (x: object): x is IntakeRefusal => 'code' in x && 'facts' in x
