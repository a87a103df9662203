// A short mark of a text to find it by or to see that it is the same: FNV-1a, 64 bits, 16 hexadecimal digits. Never a proof: what must be proved is hashed elsewhere.

export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const unit of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(unit)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
