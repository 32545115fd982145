export { type Currency, METERS, type Meter, PER, type Quantities } from './meters.js';
