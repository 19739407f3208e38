/** Told by its first bytes: a platform's Content-Type is its word only. */
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Whether a PDF can hold this photo as it is. JPEG, and PNG without transparency or interlacing: any other PNG would have to be unpacked first,
 * and a hostile one of 5 MB unpacks to gigabytes. The rest is in the pack, and the PDF says so.
 */
export function isDrawable(photo: Uint8Array): boolean {
  const bytes = Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength);
  if (bytes.subarray(0, jpegStart.length).equals(jpegStart)) return true;
  if (!bytes.subarray(0, pngStart.length).equals(pngStart) || bytes.length < 33) return false;
  // PNG specification 11.2.2: colour type and interlace method are the bytes 9 and 12 of IHDR, whose data begin at byte 16.
  const [colourType, interlace] = [bytes[25], bytes[28]];
  const isOpaque = (colourType === 0 || colourType === 2 || colourType === 3) && bytes.indexOf('tRNS') === -1;
  return isOpaque && interlace === 0;
}
