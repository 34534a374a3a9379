import { says, type Sentence } from './sentence';

/** Steps: who does them, what is done, how often; subprocesses and compensation. */
export const ACTIVITY_SENTENCES = {
  'assignee-missing': says(
    'chưa có người thực hiện',
    'Chọn cơ quan và chức danh.',
    'is performed by nobody',
    'Choose an office and a position.',
  ),
  'job-type-missing': says('là bước tự động chưa có loại việc', 'Điền «Việc của hệ thống».', 'has no job', 'Fill in “Job of the system”.'),
  'target-invalid': says(
    'có tên biến không hợp lệ[: «{value}»]',
    'Đặt tên chỉ gồm chữ, số và gạch dưới.',
    'has a variable name that is not allowed[: “{value}”]',
    'Use letters, digits and underscores.',
  ),
  'collection-missing': says(
    'là bước nhiều người nhưng chưa có danh sách hay số lần',
    'Bổ sung danh sách hoặc số lần.',
    'is a multi-instance step without a list or a number',
    'Add a list or a number.',
  ),
  'quantity-invalid': says(
    'có số lượng thẻ {value}, phải từ 1 trở lên',
    'Sửa thành 1 hoặc bỏ thuộc tính.',
    'has a token quantity of {value}; it must be at least one',
    'Make it 1, or remove the attribute.',
  ),
  'quantity-invalid/start': says(
    'có startQuantity {value}, phải từ 1 trở lên',
    'Sửa thành 1 hoặc bỏ thuộc tính.',
    'has a startQuantity of {value}; it must be at least one',
    'Make it 1, or remove the attribute.',
  ),
  'quantity-invalid/completion': says(
    'có completionQuantity {value}, phải từ 1 trở lên',
    'Sửa thành 1 hoặc bỏ thuộc tính.',
    'has a completionQuantity of {value}; it must be at least one',
    'Make it 1, or remove the attribute.',
  ),
  'resource-role-invalid': says(
    'có vai trò người thực hiện khai báo sai',
    'Khai báo lại vai trò.',
    'has a resource role that is declared wrongly',
    'Declare the role again.',
  ),
  'resource-role-invalid/both': says(
    'có vai trò vừa trỏ tới nguồn lực vừa có biểu thức phân công',
    'Giữ lại một trong hai.',
    'has a role with both a resource and an assignment expression',
    'Keep one of the two.',
  ),
  'resource-role-invalid/bindings': says(
    'có vai trò gán tham số nhưng không trỏ tới nguồn lực',
    'Chọn nguồn lực, hoặc bỏ phần gán tham số.',
    'has a role that binds parameters, but names no resource',
    'Choose the resource, or remove the bindings.',
  ),
  'loop-endless': says(
    'lặp mà không có điều kiện hay số lần tối đa',
    'Điền điều kiện lặp hoặc số lần tối đa.',
    'loops without a condition or a maximum',
    'Fill in the loop condition or the maximum.',
  ),
  'loop-markers-several': says('có nhiều dấu lặp cùng lúc', 'Giữ lại một dấu lặp.', 'has several loop markers', 'Keep one of them.'),
  'event-subprocess-connected': says(
    'là quy trình con theo sự kiện nên không được nối luồng',
    'Xóa luồng.',
    'is an event sub-process and cannot be connected',
    'Delete the flow.',
  ),
  'event-subprocess-connected/incoming': says(
    'là quy trình con theo sự kiện nên không có luồng đi vào',
    'Xóa luồng đi vào.',
    'is an event sub-process and has no incoming flows',
    'Delete the incoming flow.',
  ),
  'event-subprocess-connected/outgoing': says(
    'là quy trình con theo sự kiện nên không có luồng đi ra',
    'Xóa luồng đi ra.',
    'is an event sub-process and has no outgoing flows',
    'Delete the outgoing flow.',
  ),
  'choreography-in-process': says(
    'là bước vũ đạo (choreography), không dùng được trong quy trình',
    'Thay bằng bước thường.',
    'is a choreography activity, which has no place in a process',
    'Use a plain step.',
  ),
  'ad-hoc-invalid': says(
    'là quy trình con tùy ý vẽ không đúng',
    'Vẽ lại nội dung.',
    'is an ad-hoc sub-process that is drawn wrongly',
    'Draw its content again.',
  ),
  'ad-hoc-invalid/no-activity': says(
    'là quy trình con tùy ý nhưng không có bước nào',
    'Thêm ít nhất một bước.',
    'is an ad-hoc sub-process without a step',
    'Add at least one step.',
  ),
  'ad-hoc-invalid/event': says(
    'không được đứng trong quy trình con tùy ý',
    'Xóa điểm bắt đầu và điểm kết thúc.',
    'may not stand in an ad-hoc sub-process',
    'Delete start and end events there.',
  ),
  'compensation-handler-missing': says(
    'chưa nối với bước bồi hoàn',
    'Nối với bước bồi hoàn bằng đường liên kết.',
    'is associated with no compensation handler',
    'Associate it with the activity that undoes the work.',
  ),
  'compensation-handler-unmarked': says(
    'là bước bồi hoàn của «{event}» nhưng chưa được đánh dấu',
    'Đánh dấu là bước bồi hoàn.',
    'undoes the work of “{event}”, but is not marked for compensation',
    'Mark it as compensation.',
  ),
  'compensation-handler-connected': says(
    'là bước bồi hoàn nên không được nối luồng',
    'Xóa luồng, chỉ dùng đường liên kết.',
    'is a compensation handler and cannot be connected by flows',
    'Delete the flow; use an association.',
  ),
} satisfies Readonly<Record<string, Sentence>>;
