"""English words that something to do often starts with. One that is missing costs a hint that nobody must follow."""

ALL = """
add agree apply arrange ask attend bake become begin book borrow bring build buy call cancel change charge chase
check choose clean clear close collect come compare complete contact cook copy count create cut cycle decide deliver
discuss do download draw drive drop eat email explain explore fetch fill find finish fix follow gather get give go
help hand hang have hire install invite join keep learn leave lend let list listen look make manage measure meet
mend message move note offer open order organise organize pack paint pay phone pick plan post practise practice
prepare print put read receive record register remind rent repair repay reply request research return review ring
run save search see sell send set share show sign sit sleep sort speak spend start stay stop study submit swim
switch take talk teach tell test text thank throw tidy top train travel try turn update use visit wait walk wash
watch work write
"""
DOING_WORDS = frozenset(ALL.split())
