greeting=${web.greeting}
store=jdbc:mysql://store:3306/
