import type { Sentence } from './converting';

const TRANSACTIONS: Sentence = {
  vi: 'Không cần khai báo: ở đây mỗi bước chờ và mỗi công việc đã là một giao dịch riêng.',
  en: 'Nothing to say: here every wait and every job already is a transaction of its own.',
};
const ORDER: Sentence = {
  vi: 'Thứ tự ưu tiên giữa các công việc do hệ thống định, không ghi trong sơ đồ.',
  en: 'The order among jobs is set by the system, not by the diagram.',
};
const DRAWING: Sentence = { vi: 'Chỉ phục vụ trình vẽ cũ; bỏ đi.', en: 'It served the old modeler only and was left out.' };
const TENANT: Sentence = {
  vi: 'Ở đây quy trình thuộc về đơn vị ban hành nó; bỏ khai báo này.',
  en: 'Here a process belongs to who deployed it; the word was left out.',
};
const VALIDATION: Sentence = {
  vi: 'Biểu mẫu luôn được kiểm tra ở máy chủ; bỏ khai báo này.',
  en: 'Forms are always checked on the server; the word was left out.',
};

/** Words that may be left out: local name → why. */
export const LEFT_OUT: Readonly<Record<string, Sentence>> = {
  async: TRANSACTIONS,
  asyncBefore: TRANSACTIONS,
  asyncAfter: TRANSACTIONS,
  asyncLeave: TRANSACTIONS,
  asyncLeaveExclusive: TRANSACTIONS,
  exclusive: TRANSACTIONS,
  completeAsync: TRANSACTIONS,
  jobPriority: ORDER,
  taskPriority: ORDER,
  category: DRAWING,
  isEagerExecutionFetching: ORDER,
  diagramRelationId: DRAWING,
  modelerTemplate: DRAWING,
  modelerTemplateVersion: DRAWING,
  modelerTemplateIcon: DRAWING,
  decisionRefTenantId: TENANT,
  calledElementTenantId: TENANT,
  caseTenantId: TENANT,
  fallbackToDefaultTenant: TENANT,
  formFieldValidation: VALIDATION,
  validateFormFields: VALIDATION,
  historyTimeToLive: {
    vi: 'Lịch sử được giữ đủ theo quy định lưu trữ của hệ thống, không theo sơ đồ.',
    en: 'History is kept in full under the retention rules of the system, not of the diagram.',
  },
  isStartableInTasklist: {
    vi: 'Ai được khởi tạo quy trình do phân quyền của hệ thống định.',
    en: 'Who may start the process is a matter of permissions here.',
  },
  initiator: {
    vi: 'Hệ thống không tự ghi người khởi tạo vào biến này. Truyền biến khi khởi tạo quy trình.',
    en: 'The system does not put the initiator into this variable. Pass it when the process is started.',
  },
  inheritBusinessKey: {
    vi: 'Mã hồ sơ luôn đi theo quy trình được gọi.',
    en: 'The business key always goes down to the called process.',
  },
  errorMessage: {
    vi: 'Lời báo lỗi không gắn với mã lỗi trong sơ đồ; bỏ đi.',
    en: 'A message text does not belong to an error code here; it was left out.',
  },
  failedJobRetryTimeCycle: {
    vi: 'Bước này không có công việc nào để thử lại; bỏ đi.',
    en: 'There is no job to be tried again here; it was left out.',
  },
};

const LISTENER: Sentence = {
  vi: 'Mã lắng nghe không chạy được ở đây. Vẽ thành một bước dịch vụ, một sự kiện, hoặc bỏ đi.',
  en: 'A listener cannot run here. Draw a service task or an event instead, or leave it out.',
};
const STARTERS: Sentence = {
  vi: 'Ai được khởi tạo do phân quyền định, không ghi trong sơ đồ. Đặt quyền tương ứng rồi xóa dấu này.',
  en: 'Who may start is a matter of permissions, not of the diagram. Set them, then delete this mark.',
};
const CODE_VARIABLE: Sentence = {
  vi: 'Mã lỗi không được ghi vào biến. Vẽ một sự kiện biên riêng cho mỗi mã cần phân biệt.',
  en: 'The code is not put into a variable. Draw one boundary event for each code that matters.',
};
const START_FORM: Sentence = {
  vi: 'Biểu mẫu khởi tạo không gắn vào sự kiện bắt đầu. Vẽ một bước nhập hồ sơ ngay sau đó.',
  en: 'A start event has no form here. Draw a user task right after it.',
};
const JAVA: Sentence = {
  vi: 'Mã Java của hệ thống cũ không chạy được ở đây.',
  en: 'Java code of the old system cannot run here.',
};
const CASE: Sentence = {
  vi: 'CMMN không được chạy ở đây. Vẽ thành quy trình con tùy biến (ad-hoc).',
  en: 'CMMN is not run here. Draw an ad-hoc subprocess.',
};
const CALENDAR: Sentence = {
  vi: 'Lịch làm việc riêng của hệ thống cũ không có ở đây. Dùng thời hạn theo ngày làm việc (thidua:deadline).',
  en: "The old system's business calendar does not exist here. Use a limit in working days (thidua:deadline).",
};

/** Words somebody must settle: local name → what to do. */
export const TO_SETTLE: Readonly<Record<string, Sentence>> = {
  executionListener: LISTENER,
  taskListener: LISTENER,
  eventListener: LISTENER,
  variableListener: LISTENER,
  candidateStarterUsers: STARTERS,
  candidateStarterGroups: STARTERS,
  potentialStarter: STARTERS,
  errorCodeVariable: CODE_VARIABLE,
  errorMessageVariable: CODE_VARIABLE,
  errorVariableName: CODE_VARIABLE,
  escalationCodeVariable: CODE_VARIABLE,
  mapException: CODE_VARIABLE,
  errorEventDefinition: CODE_VARIABLE,
  formKey: START_FORM,
  formRef: START_FORM,
  formData: START_FORM,
  formProperty: START_FORM,
  formHandlerClass: JAVA,
  variableMappingClass: JAVA,
  variableMappingDelegateExpression: JAVA,
  resource: JAVA,
  caseRef: CASE,
  caseBinding: CASE,
  businessCalendarName: CALENDAR,
  endDate: CALENDAR,
  connector: {
    vi: 'Bộ kết nối của hệ thống cũ không có ở đây. Chọn một công việc của hệ thống.',
    en: 'Connectors of the old engine do not exist here. Choose a job of this system.',
  },
  field: {
    vi: 'Tham số của mã Java không có chỗ dùng. Truyền bằng biến đầu vào (zeebe:ioMapping).',
    en: 'Injected fields have no use here. Pass the value as an input (zeebe:ioMapping).',
  },
  skipExpression: {
    vi: 'Không có cách bỏ qua ngầm một bước. Vẽ cổng rẽ nhánh trước bước này.',
    en: 'A step cannot be skipped silently. Draw a gateway in front of it.',
  },
  triggerable: {
    vi: 'Bước dịch vụ không chờ tín hiệu ngoài. Vẽ thêm bước nhận thư phía sau.',
    en: 'A service task does not wait to be triggered. Draw a receive task after it.',
  },
  owner: {
    vi: 'Công việc thuộc về chức vụ, không có chủ sở hữu riêng.',
    en: 'Work belongs to a post; there is no separate owner.',
  },
  scope: {
    vi: 'Tín hiệu ở đây luôn phát cho mọi hồ sơ. Dùng thư hoặc leo thang nếu chỉ trong một hồ sơ.',
    en: 'A signal is always broadcast here. Use a message or an escalation within one instance.',
  },
  terminateAll: {
    vi: 'Kết thúc hủy chỉ dừng phạm vi của nó. Ném lỗi ra quy trình ngoài nếu cần dừng tất cả.',
    en: 'A terminate end stops its own scope only. Throw an error outwards to stop more.',
  },
  terminateMultiInstance: {
    vi: 'Dùng điều kiện hoàn thành của bước nhiều người để dừng cả lượt.',
    en: 'Use the completion condition of the multi-instance activity to stop the round.',
  },
  in: {
    vi: 'Không truyền biến theo tín hiệu hoặc sự kiện này. Đặt biến trước khi phát.',
    en: 'Variables do not travel with this event. Set them before it is thrown.',
  },
  variableAggregation: {
    vi: 'Gom kết quả bằng danh sách đầu ra của bước nhiều người (outputCollection, outputElement).',
    en: 'Collect results by the output collection of the multi-instance activity (outputCollection, outputElement).',
  },
  calledElementType: {
    vi: 'Chỉ gọi được quy trình theo mã, không theo số nội bộ.',
    en: 'A process is called by its id, not by an internal key.',
  },
};

export const UNKNOWN: Sentence = {
  vi: 'Từ này không có nghĩa ở đây. Diễn đạt bằng cách của hệ thống này, rồi xóa dấu.',
  en: 'This word has no meaning here. Say it with native means, then delete the mark.',
};

/** Words that ask for nothing when they say this. */
export const HARMLESS: Readonly<Record<string, string>> = {
  terminateAll: 'false',
  terminateMultiInstance: 'false',
  triggerable: 'false',
  scope: 'global',
  calledElementType: 'key',
  useLocalScopeForResultVariable: 'false',
  storeResultVariableAsTransient: 'false',
  useLocalScopeForOutParameters: 'false',
  skipExpression: '',
};
