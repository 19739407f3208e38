/** The phones that the sample records and the demo marketplace deal in. Prices are rough second-hand prices, invented. */

export interface Phone {
  make: string;
  model: string;
  modelNumbers: readonly string[];
  storages: readonly number[];
  colours: readonly string[];
  /** Pounds for the smallest storage in good condition. */
  price: number;
  /** How common it is among offers, relative to the others. */
  share: number;
}

function phone(make: string, model: string, rest: Omit<Phone, 'make' | 'model'>): Phone {
  return { make, model, ...rest };
}

const appleClassic = ['Midnight', 'Starlight', 'Blue', 'Pink', 'Red'];

// biome-ignore format: a table, one phone a line
export const phones: readonly Phone[] = [
  phone('Apple', 'iPhone X', { modelNumbers: ['A1901'], storages: [64, 256], colours: ['Space Grey', 'Silver'], price: 110, share: 3 }),
  phone('Apple', 'iPhone XR', { modelNumbers: ['A2105'], storages: [64, 128], colours: ['Black', 'White', 'Coral', 'Blue'], price: 125, share: 4 }),
  phone('Apple', 'iPhone SE (2020)', { modelNumbers: ['A2296'], storages: [64, 128], colours: ['Black', 'White', 'Red'], price: 95, share: 3 }),
  phone('Apple', 'iPhone SE (2022)', { modelNumbers: ['A2783'], storages: [64, 128], colours: ['Midnight', 'Starlight', 'Red'], price: 150, share: 3 }),
  phone('Apple', 'iPhone 11', { modelNumbers: ['A2221'], storages: [64, 128], colours: ['Black', 'White', 'Purple', 'Green'], price: 170, share: 7 }),
  phone('Apple', 'iPhone 11 Pro', { modelNumbers: ['A2215'], storages: [64, 256], colours: ['Space Grey', 'Silver', 'Midnight Green'], price: 205, share: 3 }),
  phone('Apple', 'iPhone 12 mini', { modelNumbers: ['A2399'], storages: [64, 128], colours: ['Black', 'White', 'Blue'], price: 175, share: 2 }),
  phone('Apple', 'iPhone 12', { modelNumbers: ['A2403'], storages: [64, 128], colours: ['Black', 'White', 'Blue', 'Purple', 'Green'], price: 215, share: 7 }),
  phone('Apple', 'iPhone 12 Pro', { modelNumbers: ['A2407'], storages: [128, 256], colours: ['Graphite', 'Silver', 'Pacific Blue', 'Gold'], price: 270, share: 4 }),
  phone('Apple', 'iPhone 13 mini', { modelNumbers: ['A2628'], storages: [128, 256], colours: appleClassic, price: 255, share: 2 }),
  phone('Apple', 'iPhone 13', { modelNumbers: ['A2633'], storages: [128, 256], colours: [...appleClassic, 'Green'], price: 295, share: 10 }),
  phone('Apple', 'iPhone 13 Pro', { modelNumbers: ['A2638'], storages: [128, 256, 512], colours: ['Graphite', 'Silver', 'Sierra Blue', 'Gold'], price: 380, share: 6 }),
  phone('Apple', 'iPhone 13 Pro Max', { modelNumbers: ['A2643'], storages: [128, 256, 512], colours: ['Graphite', 'Silver', 'Sierra Blue', 'Gold'], price: 440, share: 5 }),
  phone('Apple', 'iPhone 14', { modelNumbers: ['A2882'], storages: [128, 256], colours: [...appleClassic, 'Purple'], price: 370, share: 8 }),
  phone('Apple', 'iPhone 14 Plus', { modelNumbers: ['A2886'], storages: [128, 256], colours: appleClassic, price: 400, share: 2 }),
  phone('Apple', 'iPhone 14 Pro', { modelNumbers: ['A2890'], storages: [128, 256, 512], colours: ['Space Black', 'Silver', 'Deep Purple', 'Gold'], price: 490, share: 6 }),
  phone('Apple', 'iPhone 14 Pro Max', { modelNumbers: ['A2894'], storages: [128, 256, 512], colours: ['Space Black', 'Silver', 'Deep Purple', 'Gold'], price: 560, share: 5 }),
  phone('Apple', 'iPhone 15', { modelNumbers: ['A3090'], storages: [128, 256], colours: ['Black', 'Blue', 'Green', 'Pink', 'Yellow'], price: 470, share: 8 }),
  phone('Apple', 'iPhone 15 Pro', { modelNumbers: ['A3102'], storages: [128, 256, 512], colours: ['Natural Titanium', 'Blue Titanium', 'Black Titanium', 'White Titanium'], price: 610, share: 7 }),
  phone('Apple', 'iPhone 15 Pro Max', { modelNumbers: ['A3106'], storages: [256, 512, 1024], colours: ['Natural Titanium', 'Blue Titanium', 'Black Titanium'], price: 720, share: 6 }),
  phone('Apple', 'iPhone 16', { modelNumbers: ['A3287'], storages: [128, 256], colours: ['Black', 'White', 'Teal', 'Ultramarine', 'Pink'], price: 600, share: 6 }),
  phone('Apple', 'iPhone 16 Pro', { modelNumbers: ['A3293'], storages: [128, 256, 512], colours: ['Natural Titanium', 'Desert Titanium', 'Black Titanium'], price: 760, share: 5 }),
  phone('Apple', 'iPhone 16 Pro Max', { modelNumbers: ['A3296'], storages: [256, 512, 1024], colours: ['Natural Titanium', 'Desert Titanium', 'Black Titanium'], price: 880, share: 4 }),
  phone('Samsung', 'Galaxy S20 FE', { modelNumbers: ['SM-G781B'], storages: [128], colours: ['Cloud Navy', 'Cloud Mint', 'Cloud Lavender'], price: 130, share: 3 }),
  phone('Samsung', 'Galaxy S21', { modelNumbers: ['SM-G991B'], storages: [128, 256], colours: ['Phantom Grey', 'Phantom White', 'Phantom Violet'], price: 175, share: 4 }),
  phone('Samsung', 'Galaxy S21 Ultra', { modelNumbers: ['SM-G998B'], storages: [128, 256], colours: ['Phantom Black', 'Phantom Silver'], price: 260, share: 3 }),
  phone('Samsung', 'Galaxy S22', { modelNumbers: ['SM-S901B'], storages: [128, 256], colours: ['Phantom Black', 'Phantom White', 'Green', 'Pink Gold'], price: 220, share: 5 }),
  phone('Samsung', 'Galaxy S22 Ultra', { modelNumbers: ['SM-S908B'], storages: [128, 256, 512], colours: ['Phantom Black', 'Burgundy', 'Green'], price: 340, share: 4 }),
  phone('Samsung', 'Galaxy S23', { modelNumbers: ['SM-S911B'], storages: [128, 256], colours: ['Phantom Black', 'Cream', 'Lavender', 'Green'], price: 320, share: 5 }),
  phone('Samsung', 'Galaxy S23 Ultra', { modelNumbers: ['SM-S918B'], storages: [256, 512], colours: ['Phantom Black', 'Cream', 'Lavender', 'Green'], price: 480, share: 5 }),
  phone('Samsung', 'Galaxy S24', { modelNumbers: ['SM-S921B'], storages: [128, 256], colours: ['Onyx Black', 'Marble Grey', 'Cobalt Violet', 'Amber Yellow'], price: 430, share: 4 }),
  phone('Samsung', 'Galaxy S24 Ultra', { modelNumbers: ['SM-S928B'], storages: [256, 512], colours: ['Titanium Black', 'Titanium Grey', 'Titanium Violet'], price: 640, share: 5 }),
  phone('Samsung', 'Galaxy S25 Ultra', { modelNumbers: ['SM-S938B'], storages: [256, 512], colours: ['Titanium Black', 'Titanium Silverblue', 'Titanium Grey'], price: 790, share: 3 }),
  phone('Samsung', 'Galaxy Z Flip5', { modelNumbers: ['SM-F731B'], storages: [256, 512], colours: ['Graphite', 'Mint', 'Cream', 'Lavender'], price: 360, share: 2 }),
  phone('Samsung', 'Galaxy A14', { modelNumbers: ['SM-A145R'], storages: [64, 128], colours: ['Black', 'Silver', 'Light Green'], price: 70, share: 3 }),
  phone('Samsung', 'Galaxy A54', { modelNumbers: ['SM-A546B'], storages: [128, 256], colours: ['Awesome Graphite', 'Awesome White', 'Awesome Lime', 'Awesome Violet'], price: 160, share: 5 }),
  phone('Samsung', 'Galaxy A55', { modelNumbers: ['SM-A556B'], storages: [128, 256], colours: ['Awesome Navy', 'Awesome Iceblue', 'Awesome Lilac'], price: 220, share: 3 }),
  phone('Google', 'Pixel 6a', { modelNumbers: ['GX7AS'], storages: [128], colours: ['Charcoal', 'Chalk', 'Sage'], price: 125, share: 3 }),
  phone('Google', 'Pixel 7', { modelNumbers: ['GVU6C'], storages: [128, 256], colours: ['Obsidian', 'Snow', 'Lemongrass'], price: 195, share: 3 }),
  phone('Google', 'Pixel 7 Pro', { modelNumbers: ['GP4BC'], storages: [128, 256], colours: ['Obsidian', 'Snow', 'Hazel'], price: 250, share: 3 }),
  phone('Google', 'Pixel 8', { modelNumbers: ['GKWS6'], storages: [128, 256], colours: ['Obsidian', 'Hazel', 'Rose'], price: 300, share: 4 }),
  phone('Google', 'Pixel 8 Pro', { modelNumbers: ['GC3VE'], storages: [128, 256], colours: ['Obsidian', 'Porcelain', 'Bay'], price: 390, share: 3 }),
  phone('Google', 'Pixel 9 Pro', { modelNumbers: ['GR83Y'], storages: [128, 256], colours: ['Obsidian', 'Porcelain', 'Hazel', 'Rose Quartz'], price: 560, share: 2 }),
  phone('Huawei', 'P30 Pro', { modelNumbers: ['VOG-L29'], storages: [128, 256], colours: ['Aurora', 'Black', 'Breathing Crystal'], price: 130, share: 2 }),
  phone('Honor', 'Magic6 Pro', { modelNumbers: ['BVL-N49'], storages: [512], colours: ['Black', 'Epi Green'], price: 420, share: 1 }),
  phone('Xiaomi', 'Redmi Note 12', { modelNumbers: ['23021RAA2Y'], storages: [64, 128], colours: ['Onyx Grey', 'Mint Green', 'Ice Blue'], price: 85, share: 3 }),
  phone('Xiaomi', 'Redmi Note 13 Pro', { modelNumbers: ['2312DRA50G'], storages: [128, 256], colours: ['Midnight Black', 'Aurora Purple', 'Ocean Teal'], price: 160, share: 3 }),
  phone('Xiaomi', '13T Pro', { modelNumbers: ['23078PND5G'], storages: [256, 512], colours: ['Alpine Blue', 'Meadow Green', 'Black'], price: 290, share: 2 }),
  phone('OnePlus', 'Nord 3', { modelNumbers: ['CPH2493'], storages: [128, 256], colours: ['Misty Green', 'Tempest Grey'], price: 190, share: 2 }),
  phone('OnePlus', '11', { modelNumbers: ['CPH2449'], storages: [128, 256], colours: ['Titan Black', 'Eternal Green'], price: 320, share: 2 }),
  phone('Motorola', 'Moto G54', { modelNumbers: ['XT2343-2'], storages: [128, 256], colours: ['Midnight Blue', 'Mint Green', 'Pearl Blue'], price: 85, share: 2 }),
  phone('Sony', 'Xperia 1 V', { modelNumbers: ['XQ-DQ54'], storages: [256], colours: ['Black', 'Khaki Green', 'Platinum Silver'], price: 430, share: 1 }),
  phone('Nothing', 'Phone (2)', { modelNumbers: ['A065'], storages: [128, 256], colours: ['Dark Grey', 'White'], price: 280, share: 2 }),
];
