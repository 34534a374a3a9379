export { Bell, type BellSettings, type RingHandler, type Ringing } from './bell';
export { QueueRefused } from './queue-refused';
