// Messages to a person, how he is reached outside the program, and the channels that the system administrator sets up.
import { z } from 'zod'
import { PART_EVENTS } from '../cascade.ts'
import { OTHER_MESSAGES } from '../message.ts'
import { ROBOTS } from '../robot.ts'
import { COMMANDS } from '../types.ts'
import { Id, InstantText, Line } from './value.ts'

export const MessageView = z
  .object({
    id: Id,
    /** What happened to the item, or a slip or note that came. */
    kind: z.enum([...COMMANDS, ...PART_EVENTS, ...OTHER_MESSAGES]),
    at: InstantText,
    read: z.boolean(),
    urgent: z.boolean(),
    /** null when the person may no longer open it. */
    itemId: Id.nullable(),
    documentId: Id.nullable(),
    number: z.string().nullable(),
    title: z.string(),
    by: z.string(),
    byUnit: z.string().nullable(),
    words: z.string().nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof MessageView>
export const MessageList = z.object({ messages: z.array(MessageView), total: z.int(), unread: z.int() })
export const Unread = z.object({ unread: z.int() })
/** Either some, or all up to the newest one that was shown. */
export const ReadBody = z.union([z.object({ ids: z.array(Id).min(1).max(200) }), z.object({ until: InstantText })])

export const Address = z.email().max(120)
const Minute = z.int().min(0).max(1439)
export const Reach = z.object({
  quietFrom: Minute,
  quietUntil: Minute,
  daysOff: z.boolean(),
  /** 1 Monday … 5 Friday; 0: none. */
  digestDay: z.int().min(0).max(5),
})
export const ContactView = z
  .object({
    ...Reach.shape,
    /** Whether the program can send mail at all. */
    mail: z.boolean(),
    /** Confirmed; mail goes there. */
    address: z.string().nullable(),
    /** A code was sent there and not yet given back. */
    pending: z.string().nullable(),
  })
  .meta({ id: 'Contact' })
export type ContactView = z.infer<typeof ContactView>
export const AddressBody = z.object({ address: Address })
export const CodeBody = z.object({ code: z.string().regex(/^\d{6}$/) })
/** By the system administrator, who answers for its being the person's; null takes it away. */
export const MailBody = z.object({ address: Address.nullable() })

const Hook = z.url().max(1000)
const Secret = z.string().trim().min(1).max(200)
export const ChannelBody = z.object({
  robot: z.enum(ROBOTS),
  name: Line(40).min(2),
  /** null: the office's own group. */
  unitId: Id.nullable(),
  url: Hook,
  secret: Secret.nullable().default(null),
})
/** Address and secret are never shown again; they are replaced together. */
export const ChannelPatch = z
  .object({ name: Line(40).min(2), unitId: Id.nullable(), enabled: z.boolean(), hook: z.object({ url: Hook, secret: Secret.nullable() }) })
  .partial()
export const ChannelView = z
  .object({
    id: Id,
    robot: z.enum(ROBOTS),
    name: z.string(),
    unitId: Id.nullable(),
    /** Of the address only the host. */
    host: z.string(),
    enabled: z.boolean(),
    createdAt: InstantText,
    lastSentAt: InstantText.nullable(),
    waiting: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'Channel' })
export type ChannelView = z.infer<typeof ChannelView>

/** Why something could not be delivered; `said` has the other side's own words. */
const DELIVERY_FAULTS = ['unreachable', 'refused', 'timed-out', 'forbidden-address', 'sealed', 'mail-off', 'channel-off'] as const
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]
const DELIVERY_KINDS = ['digest', 'urgent', 'code'] as const
export const DeliveryView = z
  .object({
    id: Id,
    kind: z.enum(DELIVERY_KINDS),
    /** The robot's name, or the person's. */
    to: z.string(),
    address: z.string().nullable(),
    at: InstantText,
    failures: z.int(),
    fault: z.enum(DELIVERY_FAULTS).nullable(),
    said: z.string().nullable(),
  })
  .meta({ id: 'Delivery' })
export type DeliveryView = z.infer<typeof DeliveryView>

export const ChannelList = z.object({
  channels: z.array(ChannelView),
  mail: z.object({ host: z.string().nullable(), from: z.string().nullable(), waiting: z.int(), lastSentAt: InstantText.nullable() }),
  people: z.array(z.object({ id: Id, name: z.string(), username: z.string(), address: z.string().nullable() })),
  /** Given up, newest first. */
  failed: z.array(DeliveryView),
})
export type ChannelList = z.infer<typeof ChannelList>
export const TestResult = z.object({ delivered: z.boolean(), fault: z.enum(DELIVERY_FAULTS).nullable(), said: z.string().nullable() })
export type TestResult = z.infer<typeof TestResult>
