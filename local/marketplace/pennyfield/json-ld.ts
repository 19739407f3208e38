import type { Offer } from '../catalogue.ts';
import { inscribed, photoNames, storageName, titleOf, type View } from '../site.ts';
import { listingPath } from './search-page.ts';

/** schema.org Product with its Offer, ready to stand inside a script element. */
export function productData(offer: Offer, { baseUrl }: Pick<View, 'baseUrl'>): string {
  const [serial] = inscribed(offer, 'json-ld-serial');
  const [identifier] = inscribed(offer, 'json-ld-identifier');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: titleOf(offer),
    sku: offer.itemId,
    brand: { '@type': 'Brand', name: offer.phone.make },
    model: offer.phone.model,
    color: offer.colour,
    description: offer.paragraphs.join('\n'),
    image: photoNames(offer).map((name) => `${baseUrl}/media/${name}.png`),
    ...(serial && { serialNumber: serial.value }),
    ...(identifier && { identifier: { '@type': 'PropertyValue', propertyID: 'IMEI', value: identifier.value } }),
    additionalProperty: [{ '@type': 'PropertyValue', name: 'Storage', value: storageName(offer.storageGb) }],
    offers: {
      '@type': 'Offer',
      url: `${baseUrl}${listingPath(offer)}`,
      price: offer.price.toFixed(2),
      priceCurrency: 'GBP',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/UsedCondition',
      seller: { '@type': offer.seller.shop ? 'Organization' : 'Person', name: offer.seller.name, identifier: offer.seller.id },
    },
  };
  // A title may hold `</script>`; escaped like this it stays JSON and ends nothing.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
