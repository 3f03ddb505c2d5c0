stipulaOperations([
[null,[["POST","createTemplate","operations/create_template.html"],["POST","createPass","operations/create_pass.html"],["POST","updatePass","operations/update_pass.html"],["POST","queryTemplate","operations/query_template.html"],["POST","switchStatus","operations/switch_status.html"],["POST","orderSync","operations/order_sync.html"],["POST","movieTicket","operations/movie_ticket.html"]]]
]);
