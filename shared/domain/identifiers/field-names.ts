/** Names of fields, attributes and classes that say their value is an IMEI. */

const own = /^(?:device|phone|handset|mobile|product|item|sim|esim|dual)?(?:imei|meid)s?(?:no|nr|num|number|sv|code)?\d?$/;
/** Words behind it that make it something about an IMEI instead. */
const aside = new Set(
  'check checker checked checking status state order session required request clean ok filter click help hint link button btn service unlock lookup search tool token valid verified'.split(
    ' ',
  ),
);

/** `imei`, `data-imei1`, `product[imei]`, `deviceImei`, `row imei` as classes; not `timeId`, `animeid`, `imei-check`, `imei_order_id`. */
export function namesImei(name: string): boolean {
  // Nearly all names are done here.
  if (!/mei/i.test(name)) return false;
  return name.split(/[\s.]+/).some((each) => {
    const words = each
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z\d]+/);
    const at = words.findIndex((word) => own.test(word));
    return at >= 0 && !words.slice(at + 1).some((word) => aside.has(word));
  });
}
