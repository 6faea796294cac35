/*
 * The function that a compiler calls at the beginning of a function with more than 4 KB of local
 * variables. It touches each page of the stack in order, because Windows adds a page to the stack
 * only when the page above has been touched. Its name, and the registers with its parameter and
 * result, are those of the compilers for mingw-w64.
 */

#if defined(__x86_64__)

/* RAX: the size. All registers keep their values. */
__asm__(".globl ___chkstk_ms\n"
        ".def ___chkstk_ms; .scl 2; .type 32; .endef\n"
        ".seh_proc ___chkstk_ms\n"
        "___chkstk_ms:\n"
        "    pushq %rdx\n"
        "    .seh_pushreg %rdx\n"
        "    pushq %rcx\n"
        "    .seh_pushreg %rcx\n"
        "    .seh_endprologue\n"
        "    leaq 24(%rsp), %rdx\n" /* the caller's stack pointer */
        "    movq %rdx, %rcx\n"
        "    subq %rax, %rcx\n" /* the end of its variables */
        "1:\n"
        "    subq $4096, %rdx\n"
        "    cmpq %rcx, %rdx\n"
        "    jb 2f\n"
        "    testb %al, (%rdx)\n"
        "    jmp 1b\n"
        "2:\n"
        "    testb %al, (%rcx)\n"
        "    popq %rcx\n"
        "    popq %rdx\n"
        "    retq\n"
        ".seh_endproc\n");

#elif defined(__i386__)

/* EAX: the size, by which the caller's stack pointer is moved. Only EAX loses its value. */
__asm__(".globl __alloca\n"
        ".def __alloca; .scl 2; .type 32; .endef\n"
        "__alloca:\n"
        "    pushl %edx\n"
        "    leal 8(%esp), %edx\n" /* the caller's stack pointer */
        "    negl %eax\n"
        "    addl %edx, %eax\n" /* the end of its variables */
        "1:\n"
        "    subl $4096, %edx\n"
        "    cmpl %eax, %edx\n"
        "    jb 2f\n"
        "    testb %al, (%edx)\n"
        "    jmp 1b\n"
        "2:\n"
        "    testb %al, (%eax)\n"
        "    movl (%esp), %edx\n"
        "    xchgl %esp, %eax\n" /* the old stack pointer in EAX: EDX and the return address */
        "    jmpl *4(%eax)\n");

#elif defined(__aarch64__)

/* X15: the size in units of 16 bytes. Only X16 and X17 lose their values. */
__asm__(".globl __chkstk\n"
        ".def __chkstk; .scl 2; .type 32; .endef\n"
        ".p2align 2\n"
        "__chkstk:\n"
        "    sub x17, sp, x15, lsl #4\n"
        "    mov x16, sp\n"
        "1:\n"
        "    sub x16, x16, #1, lsl #12\n"
        "    cmp x16, x17\n"
        "    b.lo 2f\n"
        "    ldrb wzr, [x16]\n"
        "    b 1b\n"
        "2:\n"
        "    ldrb wzr, [x17]\n"
        "    ret\n");

#else
#error "The stack probe of this architecture is missing."
#endif
