// The name under which a document's text and gold are kept: that of its file, else its title, without what a file's name cannot hold. Pure.

/** Windows and POSIX forbid these in names; the length leaves room for a counter and .gold.json in 255 bytes. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g
const LONGEST = 60

/** 通知.docx → 通知; a pasted text, which is called "text", by its title. */
export function goldName(file: string, title: string): string {
  const own = file.replace(/\.(txt|md|docx|pdf|xlsx|png|jpe?g)$/i, '')
  const clean = (name: string) =>
    [...name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()]
      .slice(0, LONGEST)
      .join('')
      .replace(/^[. ]+|[. ]+$/g, '')
  return (own === 'text' ? '' : clean(own)) || clean(title) || 'document'
}
