import type { CatchTrigger, ElementType, Throw } from '../graph';
import type { PageRow, RefusedRow, SupportRow } from './support-row';

/** Every kind of graph element; an element without a line here does not compile. */
export const ELEMENTS = {
  process: row('Quy trình', 'Process', 'process', 'process'),
  userTask: row('Bước người dùng', 'User task', 'userTask', 'user-task'),
  serviceTask: row('Bước tự động', 'Service task', 'serviceTask', 'service-task'),
  sendTask: row('Bước gửi', 'Send task', 'sendTask', 'send-task'),
  receiveTask: row('Bước nhận', 'Receive task', 'receiveTask', 'receive-task'),
  scriptTask: row('Bước tính toán', 'Script task', 'scriptTask', 'script-task'),
  businessRuleTask: row('Bước tra bảng quyết định', 'Business rule task', 'businessRuleTask', 'business-rule-task'),
  callActivity: row('Gọi quy trình khác', 'Call activity', 'callActivity', 'call-activity'),
  passThroughTask: row('Bước làm tay, bước thường', 'Manual and undefined task', 'manualTask, task', 'manual-task'),
  subProcess: row('Quy trình con', 'Sub-process', 'subProcess', 'sub-process'),
  eventSubProcess: row('Quy trình con theo sự kiện', 'Event sub-process', 'subProcess triggeredByEvent', 'event-sub-process'),
  transaction: row('Giao dịch', 'Transaction', 'transaction', 'transaction'),
  adHocSubProcess: row('Quy trình con tùy việc', 'Ad-hoc sub-process', 'adHocSubProcess', 'ad-hoc-sub-process'),
  exclusiveGateway: row('Cổng chọn một', 'Exclusive gateway', 'exclusiveGateway', 'exclusive-gateway'),
  parallelGateway: row('Cổng song song', 'Parallel gateway', 'parallelGateway', 'parallel-gateway'),
  inclusiveGateway: row('Cổng chọn nhiều', 'Inclusive gateway', 'inclusiveGateway', 'inclusive-gateway'),
  eventBasedGateway: row('Cổng chờ sự kiện', 'Event-based gateway', 'eventBasedGateway', 'event-based-gateway'),
  complexGateway: row('Cổng phức hợp', 'Complex gateway', 'complexGateway', 'complex-gateway'),
  startEvent: row('Sự kiện bắt đầu', 'Start event', 'startEvent', 'start-event'),
  endEvent: row('Sự kiện kết thúc', 'End event', 'endEvent', 'end-event'),
  intermediateCatchEvent: row('Sự kiện chờ', 'Intermediate catch event', 'intermediateCatchEvent', 'intermediate-catch-event'),
  intermediateThrowEvent: row('Sự kiện phát', 'Intermediate throw event', 'intermediateThrowEvent', 'intermediate-throw-event'),
  boundaryEvent: row('Sự kiện ở biên', 'Boundary event', 'boundaryEvent', 'boundary-event'),
} satisfies Record<ElementType, SupportRow>;

type EventKind = CatchTrigger['kind'] | Exclude<Throw['kind'], 'job'> | 'none' | 'link' | 'multiple' | 'parallelMultiple';

/** Every kind of event, caught or thrown. A message thrown by a worker (`job`) is a message to whoever draws. */
export const EVENT_KINDS = {
  none: row('Thường', 'None', 'no event definition', 'start-event'),
  message: row('Thông điệp', 'Message', 'messageEventDefinition', 'message-event'),
  timer: row('Hẹn giờ', 'Timer', 'timerEventDefinition', 'timer-event'),
  signal: row('Tín hiệu', 'Signal', 'signalEventDefinition', 'signal-event'),
  error: row('Lỗi', 'Error', 'errorEventDefinition', 'error-event'),
  escalation: row('Báo cấp trên', 'Escalation', 'escalationEventDefinition', 'escalation-event'),
  conditional: row('Điều kiện', 'Conditional', 'conditionalEventDefinition', 'conditional-event'),
  compensation: row('Bồi hoàn', 'Compensation', 'compensateEventDefinition', 'compensation'),
  cancel: row('Hủy', 'Cancel', 'cancelEventDefinition', 'cancel-event'),
  link: row('Nối', 'Link', 'linkEventDefinition', 'link-event'),
  terminate: row('Chấm dứt', 'Terminate', 'terminateEventDefinition', 'terminate-event'),
  multiple: row('Một trong nhiều', 'Multiple', 'several event definitions', 'multiple-event'),
  parallelMultiple: row('Đủ tất cả', 'Parallel multiple', 'parallelMultiple', 'parallel-multiple-event'),
} satisfies Record<EventKind, SupportRow>;

/** What is drawn on or around elements. */
export const MARKS = {
  sequenceFlow: row('Luồng, luồng có điều kiện, luồng mặc định', 'Sequence, conditional and default flow', 'sequenceFlow', 'sequence-flow'),
  multiInstance: row('Nhiều người (song song, lần lượt)', 'Multi-instance', 'multiInstanceLoopCharacteristics', 'multi-instance'),
  standardLoop: row('Lặp lại', 'Standard loop', 'standardLoopCharacteristics', 'standard-loop'),
  tokenQuantity: row('Số lượng thẻ', 'Token quantities', 'startQuantity, completionQuantity', 'token-quantity'),
  dataObject: row('Dữ liệu', 'Data objects and properties', 'dataObject, property', 'data-object'),
  lane: row('Khung và làn', 'Pools and lanes', 'participant, lane', 'lanes'),
  messageFlow: row('Luồng thông điệp', 'Message flow', 'messageFlow', 'message-flow'),
} as const satisfies Record<string, SupportRow>;

export type Page = typeof ELEMENTS | typeof EVENT_KINDS | typeof MARKS extends infer Table
  ? Table extends Record<string, { readonly page: infer Name extends string }>
    ? Name
    : never
  : never;

/** Each page has an invalid model, refused at deploy with this code. */
export const PAGES = {
  process: { refusedAs: 'process-missing' },
  'user-task': { refusedAs: 'assignee-missing' },
  'service-task': { refusedAs: 'job-type-missing' },
  'send-task': { refusedAs: 'correlation-key-missing' },
  'receive-task': { refusedAs: 'correlation-key-missing' },
  'script-task': { refusedAs: 'attribute-not-executed' },
  'business-rule-task': { refusedAs: 'reference-missing' },
  'call-activity': { refusedAs: 'reference-missing' },
  'manual-task': { refusedAs: 'attribute-not-executed' },
  'sub-process': { refusedAs: 'start-trigger-invalid' },
  'event-sub-process': { refusedAs: 'start-trigger-invalid' },
  transaction: { refusedAs: 'cancel-boundary-missing' },
  'ad-hoc-sub-process': { refusedAs: 'ad-hoc-invalid' },
  'exclusive-gateway': { refusedAs: 'condition-missing' },
  'parallel-gateway': { refusedAs: 'unsound' },
  'inclusive-gateway': { refusedAs: 'default-flow-invalid' },
  'event-based-gateway': { refusedAs: 'event-gateway-invalid' },
  'complex-gateway': { refusedAs: 'expression-invalid' },
  'start-event': { refusedAs: 'start-has-incoming' },
  'end-event': { refusedAs: 'end-has-outgoing' },
  'intermediate-catch-event': { refusedAs: 'catch-trigger-invalid' },
  'intermediate-throw-event': { refusedAs: 'throw-trigger-invalid' },
  'boundary-event': { refusedAs: 'boundary-trigger-invalid' },
  'message-event': { refusedAs: 'correlation-key-missing' },
  'timer-event': { refusedAs: 'timer-invalid' },
  'signal-event': { refusedAs: 'reference-missing' },
  'error-event': { refusedAs: 'boundary-trigger-invalid' },
  'escalation-event': { refusedAs: 'escalation-code-missing' },
  'conditional-event': { refusedAs: 'event-condition-missing' },
  compensation: { refusedAs: 'compensation-handler-unmarked' },
  'cancel-event': { refusedAs: 'cancel-outside-transaction' },
  'link-event': { refusedAs: 'link-invalid' },
  'terminate-event': { refusedAs: 'catch-trigger-invalid' },
  'multiple-event': { refusedAs: 'catch-trigger-invalid' },
  'parallel-multiple-event': { refusedAs: 'catch-trigger-invalid' },
  'sequence-flow': { refusedAs: 'condition-on-only-flow' },
  'multi-instance': { refusedAs: 'collection-missing' },
  'standard-loop': { refusedAs: 'loop-endless' },
  'token-quantity': { refusedAs: 'quantity-invalid' },
  'data-object': { refusedAs: 'element-not-executed' },
  lanes: { refusedAs: 'process-public' },
  'message-flow': { refusedAs: 'message-flow-wrong' },
} satisfies Record<Page, PageRow>;

/** Refused on purpose, for good; the import report names them. */
export const REFUSED = {
  choreography: refused(
    'Sơ đồ phối hợp (choreography)',
    'Choreography',
    'element-not-executed',
    'Nobody runs it; draw processes and messages.',
  ),
  conversation: refused('Hội thoại toàn cục', 'Global conversation', 'element-not-executed', 'A picture of messages; draw the messages.'),
  scriptLanguage: refused(
    'Ngôn ngữ lập trình',
    'Script languages',
    'attribute-not-executed',
    'No code from a diagram runs on the server; write FEEL.',
  ),
  cmmn: refused('Gọi hồ sơ CMMN', 'CMMN case call', 'dialect-not-native', 'Another standard; draw an ad-hoc sub-process.'),
  dialect: refused(
    'Từ vựng của phần mềm khác',
    'Camunda 7, Flowable, Activiti words',
    'dialect-not-native',
    'The converter translates them and reports what became what.',
  ),
  dataStore: refused('Kho dữ liệu có nối', 'Associated data store', 'element-not-executed', 'Nothing serves it; use a service task.'),
  jobBasedUserTask: refused(
    'Bước người dùng kiểu cũ',
    'User task without zeebe:userTask',
    'element-not-executed',
    'Deprecated by its own vendor.',
  ),
  listeners: refused(
    'Mã nghe sự kiện',
    'Execution and task listeners',
    'attribute-not-executed',
    'Draw the work as a step that people can see.',
  ),
  endlessCycle: refused(
    'Chờ lặp vô hạn',
    'Unbounded cycle on a catch event',
    'attribute-not-executed',
    'It would send tokens for ever; give a number of times.',
  ),
  parallelInstantiation: refused(
    'Mở hồ sơ khi đủ mọi sự kiện',
    'Parallel instantiating event-based gateway',
    'attribute-not-executed',
    'A started dossier that is not yet started; wait inside the process.',
  ),
} satisfies Record<string, RefusedRow>;

function row<const Name extends string>(vi: string, en: string, bpmn: string, page: Name): SupportRow & { readonly page: Name } {
  return { vi, en, bpmn, page };
}

function refused(vi: string, en: string, refusedAs: RefusedRow['refusedAs'], why: string): RefusedRow {
  return { vi, en, refusedAs, why };
}
