stipulaOperations([
[null,[["POST","createTemplate","operations/create_template.html"],["POST","createPass","operations/create_pass.html"],["POST","queryTemplate","operations/query_template.html"],["POST","movieTicket","operations/movie_ticket.html"]]]
]);
