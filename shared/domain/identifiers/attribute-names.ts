/** Whether `html.slice(start, end)` is the attribute name `name`, in any case. Length and first letter decide before anything is sliced. */
export function isAttribute(name: string, html: string, start: number, end: number): boolean {
  return (
    end - start === name.length && (html.charCodeAt(start) | 32) === name.charCodeAt(0) && html.slice(start, end).toLowerCase() === name
  );
}
