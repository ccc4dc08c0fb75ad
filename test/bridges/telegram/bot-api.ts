import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endAfterFile } from '../../kit/leftovers.ts'
import { until } from '../../kit/postgres-process.ts'
import { readFields } from './bot-fields.ts'

/** The Bot API as Telegram documents it, as far as a bridge uses it: real HTTP on a port of its own. */

export const botToken = '123456:AAsecretAA-bot_token'

/** What came to a chat. */
export interface Posted {
  readonly messageId: number
  readonly chatId: string
  readonly method: string
  text: string
  readonly file: { readonly name: string; readonly content: Buffer } | null
  isDeleted: boolean
}

export interface Call {
  readonly method: string
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * What happens to a call instead of its answer. `hang`: nothing is done and nothing answered; `drop`: nothing is done
 * and the connection is cut; `dropAfter`: it is done, and the connection cut; `page`: a gateway's page with status 502.
 */
export type Fault =
  | 'hang'
  | 'drop'
  | 'dropAfter'
  | 'page'
  | { readonly code: number; readonly description: string; readonly retryAfter?: number }

export interface BotApi {
  readonly url: string
  readonly calls: readonly Call[]
  /** What was posted, in order; what was deleted is marked. */
  readonly posted: readonly Posted[]
  /** Updates that nobody has taken yet, for whoever polls. */
  readonly waiting: readonly object[]
  /** The webhook that was set. */
  readonly webhook: { readonly url: string; readonly secret: string } | null
  postedTo(chatId: number | string): Posted[]
  /** The next calls of a method go so, one fault each. */
  fault(method: string, ...faults: Fault[]): void
  /** Is called when a call was done, before it is answered. */
  afterCall: ((method: string) => void | Promise<void>) | null
  /** A file that getFile knows. */
  addFile(fileId: string, content: Buffer, size?: number): void
  /** For whoever polls. */
  push(...updates: object[]): void
}

export async function startBotApi(): Promise<BotApi> {
  const bot = new Bot()
  const server = createServer((request, response) => {
    answer(bot, request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  bot.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  endAfterFile(() => {
    bot.isClosed = true
    server.close()
    server.closeAllConnections()
  })
  return bot
}

class Bot implements BotApi {
  url = ''
  isClosed = false
  calls: Call[] = []
  posted: Posted[] = []
  waiting: object[] = []
  webhook: { url: string; secret: string } | null = null
  afterCall: BotApi['afterCall'] = null
  readonly faults = new Map<string, Fault[]>()
  readonly files = new Map<string, { content: Buffer; size: number }>()

  postedTo(chatId: number | string) {
    return this.posted.filter((message) => message.chatId === String(chatId))
  }

  fault(method: string, ...faults: Fault[]) {
    this.faults.set(method, [...(this.faults.get(method) ?? []), ...faults])
  }

  addFile(fileId: string, content: Buffer, size = content.length) {
    this.files.set(fileId, { content, size })
  }

  push(...updates: object[]) {
    this.waiting.push(...updates)
  }
}

async function answer(bot: Bot, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', bot.url).pathname
  const filePrefix = `/file/bot${botToken}/`
  if (path.startsWith(filePrefix)) return giveFile(bot, path.slice(filePrefix.length), response)
  const method = path.slice(`/bot${botToken}/`.length)
  if (!path.startsWith(`/bot${botToken}/`)) return send(response, 401, refusal(401, 'Unauthorized'))
  const fields = await readFields(request)
  bot.calls.push({ method, fields })
  const fault = bot.faults.get(method)?.shift()
  if (fault === 'hang') return
  if (fault === 'drop') return void response.destroy()
  if (fault === 'page')
    return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>')
  if (typeof fault === 'object') {
    return send(response, fault.code, refusal(fault.code, fault.description, fault.retryAfter))
  }
  const result = await run(bot, method, fields, response)
  await bot.afterCall?.(method)
  if (fault === 'dropAfter') response.destroy()
  else if ('error_code' in result) send(response, result.error_code, result)
  else send(response, 200, result)
}

type Result = { ok: true; result: unknown } | ReturnType<typeof refusal>

const ok = (result: unknown): Result => ({ ok: true, result })
const refusal = (error_code: number, description: string, retry_after?: number) => ({
  ok: false as const,
  error_code,
  description,
  ...(retry_after !== undefined && { parameters: { retry_after } }),
})

async function run(
  bot: Bot,
  method: string,
  fields: Record<string, unknown>,
  response: ServerResponse,
): Promise<Result> {
  switch (method) {
    case 'getMe':
      return ok({ id: 123_456, is_bot: true, first_name: 'Opora', username: 'opora_bot' })
    case 'setWebhook':
      bot.webhook = { url: String(fields['url']), secret: String(fields['secret_token']) }
      return ok(true)
    case 'deleteWebhook':
      bot.webhook = null
      return ok(true)
    case 'getUpdates':
      return await giveUpdates(bot, fields, response)
    case 'getFile':
      return findFile(bot, String(fields['file_id']))
    case 'sendMessage':
    case 'sendPhoto':
    case 'sendDocument':
      return post(bot, method, fields)
    case 'editMessageText':
    case 'editMessageCaption':
      return edit(bot, method, fields)
    case 'deleteMessage':
      return remove(bot, fields)
    default:
      return refusal(404, 'Not Found: method not found')
  }
}

/** What is before the offset has been taken and is forgotten, as Telegram does. */
async function giveUpdates(bot: Bot, { offset, timeout }: Record<string, unknown>, response: ServerResponse) {
  bot.waiting = bot.waiting.filter(
    (update) => (update as { update_id: number }).update_id >= Number(offset ?? 0),
  )
  const deadline = Date.now() + Number(timeout ?? 0) * 1_000
  await until(() => bot.isClosed || response.destroyed || bot.waiting.length > 0 || Date.now() >= deadline)
  return ok(bot.waiting.slice(0, 100))
}

function findFile(bot: Bot, fileId: string): Result {
  const file = bot.files.get(fileId)
  if (file === undefined) return refusal(400, 'Bad Request: wrong file_id')
  if (file.size > 20_971_520) return refusal(400, 'Bad Request: file is too big')
  return ok({
    file_id: fileId,
    file_unique_id: `u${fileId}`,
    file_size: file.size,
    file_path: `files/${fileId}`,
  })
}

function giveFile(bot: Bot, path: string, response: ServerResponse): void {
  const fault = bot.faults.get('file')?.shift()
  const file = bot.files.get(path.slice('files/'.length))
  if (typeof fault === 'object') return void response.writeHead(fault.code).end()
  if (file === undefined) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-length': file.content.length })
  if (fault !== 'drop') return void response.end(file.content)
  response.write(file.content.subarray(0, file.content.length / 2), () => response.destroy())
}

function post(bot: Bot, method: string, fields: Record<string, unknown>): Result {
  const said = method === 'sendMessage' ? fields['text'] : fields['caption']
  const text = typeof said === 'string' ? said : ''
  if (method === 'sendMessage' && text.trim() === '')
    return refusal(400, 'Bad Request: message text is empty')
  if (text.length > (method === 'sendMessage' ? 4_096 : 1_024))
    return refusal(400, 'Bad Request: message is too long')
  const file = (fields['photo'] ?? fields['document'] ?? null) as Posted['file']
  const message = {
    messageId: 1_000 + bot.posted.length,
    chatId: String(fields['chat_id']),
    method,
    text,
    file,
  }
  bot.posted.push({ ...message, isDeleted: false })
  return ok({ message_id: message.messageId, date: 1, chat: { id: Number(message.chatId), type: 'private' } })
}

const find = (bot: Bot, fields: Record<string, unknown>) =>
  bot
    .postedTo(String(fields['chat_id']))
    .find(({ messageId, isDeleted }) => messageId === Number(fields['message_id']) && !isDeleted)

function edit(bot: Bot, method: string, fields: Record<string, unknown>): Result {
  const message = find(bot, fields)
  if (message === undefined) return refusal(400, 'Bad Request: message to edit not found')
  const isText = method === 'editMessageText'
  if (isText !== (message.file === null))
    return refusal(400, 'Bad Request: there is no text in the message to edit')
  const text = String(fields[isText ? 'text' : 'caption'])
  if (message.text === text) return refusal(400, 'Bad Request: message is not modified')
  message.text = text
  return ok(true)
}

function remove(bot: Bot, fields: Record<string, unknown>): Result {
  const message = find(bot, fields)
  if (message === undefined) return refusal(400, 'Bad Request: message to delete not found')
  message.isDeleted = true
  return ok(true)
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
